package dev.groundplan.editor;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A fix: all its edits are one change, which one undo takes back. */
final class FixProposal implements ICompletionProposal {
    private final String title;
    private final MultiTextEdit change = new MultiTextEdit();
    private final String preview;
    private final int start;

    FixProposal(IDocument document, String title, List<TextEdit> edits) {
        this.title = title;
        for (TextEdit edit : edits) {
            IRegion region = DocumentPlaces.region(document, edit.getRange());
            change.addChild(
                    new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText()));
        }
        start = change.getOffset();
        preview =
                edits.stream()
                        .map(edit -> linesAfter(document, edit))
                        .collect(Collectors.joining("\n…\n"));
    }

    /** The lines that an edit touches, as they will be. */
    private static String linesAfter(IDocument document, TextEdit edit) {
        IRegion region = DocumentPlaces.region(document, edit.getRange());
        try {
            IRegion first = document.getLineInformationOfOffset(region.getOffset());
            int end = region.getOffset() + region.getLength();
            IRegion last = document.getLineInformationOfOffset(end);
            return (document.get(first.getOffset(), region.getOffset() - first.getOffset())
                            + edit.getNewText()
                            + document.get(end, last.getOffset() + last.getLength() - end))
                    .strip();
        } catch (BadLocationException e) {
            return edit.getNewText();
        }
    }

    @Override
    public void apply(IDocument document) {
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        if (undo != null) {
            undo.beginCompoundChange();
        }
        try {
            change.copy().apply(document);
        } catch (MalformedTreeException | BadLocationException e) {
            // the text has changed since the fix was offered; nothing was touched
            Platform.getLog(FixProposal.class).warn("the fix no longer fits: " + title, e);
        } finally {
            if (undo != null) {
                undo.endCompoundChange();
            }
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return new Point(start, 0);
    }

    @Override
    public String getAdditionalProposalInfo() {
        return preview.isBlank() ? "Removes this." : preview;
    }

    @Override
    public String getDisplayString() {
        return title;
    }

    @Override
    public Image getImage() {
        return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_TOOL_FORWARD);
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
