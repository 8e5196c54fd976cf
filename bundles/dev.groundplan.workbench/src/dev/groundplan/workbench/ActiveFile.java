package dev.groundplan.workbench;

import dev.groundplan.editor.DocumentPlaces;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.texteditor.ITextEditor;

/** Which project file the views are about: the one in the editor that was active last. */
final class ActiveFile implements IPartListener2 {
    /** The file's editor and its address at the server. */
    record Shown(ITextEditor editor, String uri) {}

    private final IWorkbenchPage page;
    private final Runnable changed;
    private Optional<Shown> shown = Optional.empty();

    ActiveFile(IWorkbenchPage page, Runnable changed) {
        this.page = page;
        this.changed = changed;
        page.addPartListener(this);
        look();
    }

    Optional<Shown> shown() {
        return shown;
    }

    void dispose() {
        page.removePartListener(this);
    }

    private void look() {
        Optional<Shown> now = shown(page.getActiveEditor());
        if (!now.equals(shown)) {
            shown = now;
            changed.run();
        }
    }

    private static Optional<Shown> shown(IEditorPart part) {
        if (part instanceof ITextEditor editor
                && editor.getEditorInput().getName().endsWith(".genai")) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            return Optional.ofNullable(document)
                    .flatMap(DocumentPlaces::uri)
                    .map(uri -> new Shown(editor, uri));
        }
        return Optional.empty();
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        look();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference part) {
        look();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        look();
    }

    @Override
    public void partOpened(IWorkbenchPartReference part) {
        look();
    }
}
