package dev.groundplan.dsl;

import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.parsing.SyntaxProblem;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;

/**
 * A text and what the parser made of it. References are followed when they are first asked for; one
 * that leads nowhere stays a proxy, and its written text is in the syntax tree.
 *
 * @param problems of syntax, by offset; names that nothing declares are not among them
 */
public record ParsedFile(
        String text,
        XtextResource resource,
        List<SyntaxProblem> problems,
        List<ImportedFile> imports) {

    /**
     * An import.
     *
     * @param path as written
     * @param offset of the path in the text, in UTF-16 units
     * @param length in UTF-16 units
     * @param resource what it leads to
     * @param refusal why it leads nowhere, for people
     */
    public record ImportedFile(
            String path,
            int offset,
            int length,
            Optional<Resource> resource,
            Optional<String> refusal) {}

    /** The root of the tree; nothing only where the parser could make nothing at all. */
    public Optional<GenaiFile> file() {
        return resource.getContents().isEmpty()
                ? Optional.empty()
                : Optional.of((GenaiFile) resource.getContents().getFirst());
    }
}
