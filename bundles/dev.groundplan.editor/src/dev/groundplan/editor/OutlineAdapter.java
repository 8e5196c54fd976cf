package dev.groundplan.editor;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives the Generic Editor an outline when it shows a project file. */
public final class OutlineAdapter implements IAdapterFactory {
    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (type == IContentOutlinePage.class
                && adaptable instanceof ITextEditor editor
                && editor.getEditorInput() != null
                && editor.getEditorInput().getName().endsWith(".genai")) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            return DocumentPlaces.uri(document)
                    .map(uri -> type.cast(new OutlinePage(editor, document, uri)))
                    .orElse(null);
        }
        return null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
