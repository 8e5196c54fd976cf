package dev.groundplan.editor;

import java.io.File;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Which file a document is, and its positions in the protocol's terms. */
public final class DocumentPlaces {
    private DocumentPlaces() {}

    /** The address under which the server knows a document; empty when it is no local file. */
    public static Optional<String> uri(IDocument document) {
        return buffer(document).map(ITextFileBuffer::getFileStore).flatMap(DocumentPlaces::uri);
    }

    private static Optional<String> uri(IFileStore store) {
        try {
            File file = store.toLocalFile(EFS.NONE, null);
            return Optional.ofNullable(file).map(f -> f.toPath().toUri().toString());
        } catch (CoreException e) {
            return Optional.empty();
        }
    }

    /** The workspace's file behind a document. */
    static Optional<IFile> file(IDocument document) {
        IPath location = buffer(document).map(ITextFileBuffer::getLocation).orElse(null);
        if (location == null || location.segmentCount() < 2) {
            return Optional.empty();
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(location);
        return file.exists() ? Optional.of(file) : Optional.empty();
    }

    private static Optional<ITextFileBuffer> buffer(IDocument document) {
        return Optional.ofNullable(
                FileBuffers.getTextFileBufferManager().getTextFileBuffer(document));
    }

    static Position position(IDocument document, int offset) {
        try {
            int line = document.getLineOfOffset(offset);
            return new Position(line, offset - document.getLineOffset(line));
        } catch (BadLocationException e) {
            return new Position(0, 0);
        }
    }

    /** The stretch of a range, moved into the document when its text has become shorter. */
    static IRegion region(IDocument document, Range range) {
        int start = offset(document, range.getStart());
        int end = Math.max(start, offset(document, range.getEnd()));
        return new Region(start, end - start);
    }

    private static int offset(IDocument document, Position position) {
        try {
            int line = Math.clamp(position.getLine(), 0, document.getNumberOfLines() - 1);
            IRegion region = document.getLineInformation(line);
            return region.getOffset() + Math.clamp(position.getCharacter(), 0, region.getLength());
        } catch (BadLocationException e) {
            return document.getLength();
        }
    }
}
