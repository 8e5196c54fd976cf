package dev.groundplan.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** Colours a project file, and again when the theme changes. */
public final class GenaiPresentation extends PresentationReconciler
        implements IPropertyChangeListener {
    private ITextViewer viewer;

    /** Called by the platform for each viewer. */
    public GenaiPresentation() {
        TokenPresentation tokens = new TokenPresentation(new TokenColours());
        setDamager(tokens, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(tokens, IDocument.DEFAULT_CONTENT_TYPE);
    }

    @Override
    public void install(ITextViewer textViewer) {
        super.install(textViewer);
        viewer = textViewer;
        themes().addPropertyChangeListener(this);
    }

    @Override
    public void uninstall() {
        themes().removePropertyChangeListener(this);
        super.uninstall();
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        if (event.getProperty().startsWith(TokenColours.PREFIX)
                || event.getProperty().equals(IThemeManager.CHANGE_CURRENT_THEME)) {
            viewer.invalidateTextPresentation();
        }
    }

    private static IThemeManager themes() {
        return PlatformUI.getWorkbench().getThemeManager();
    }
}
