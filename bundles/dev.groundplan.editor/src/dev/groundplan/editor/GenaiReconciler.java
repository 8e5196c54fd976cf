package dev.groundplan.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.ISourceViewer;

/** Ties what a viewer shows to the language session. */
public final class GenaiReconciler implements IReconciler, ITextInputListener {
    private ISourceViewer viewer;
    private IDocument open;

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ISourceViewer source) {
            viewer = source;
            viewer.addTextInputListener(this);
            inputDocumentChanged(null, viewer.getDocument());
        }
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            viewer.removeTextInputListener(this);
            inputDocumentAboutToBeChanged(viewer.getDocument(), null);
        }
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument before, IDocument after) {
        if (open != null) {
            LanguageSession.current().close(open);
            open = null;
        }
    }

    @Override
    public void inputDocumentChanged(IDocument before, IDocument after) {
        if (after != null && open == null) {
            open = after;
            LanguageSession.current().open(after, viewer.getAnnotationModel());
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null; // the server decides when to look at the text
    }
}
