package dev.groundplan.dsl.image;

import dev.groundplan.core.plan.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * The built-in catalogue as read from its text, and the names by which files refer to it. Reading
 * the text takes longer than everything else that a short command does, so the build keeps this.
 *
 * @param declarations of the top levels, in the order of the files
 */
public record LibraryImage(List<Declared> declarations, Catalogue catalogue) {
    /** Changes whenever bytes of before can no longer be read. */
    private static final int FORMAT = 2;

    /**
     * A name that files can refer to.
     *
     * @param file of the library, such as {@code models.genai}
     * @param type of the declaration in the language's model
     */
    public record Declared(String file, String type, String name) {}

    /**
     * @param texts the checksum of the library's text
     */
    public byte[] bytes(long texts) {
        ImageOutput out = new ImageOutput();
        out.list(
                declarations,
                one -> {
                    out.text(one.file());
                    out.text(one.type());
                    out.text(one.name());
                });
        new CatalogueOutput(out).catalogue(catalogue);
        return out.bytes(FORMAT, texts);
    }

    /**
     * Nothing when the bytes were made from other texts.
     *
     * @param texts the checksum of the library's text
     */
    public static Optional<LibraryImage> of(byte[] bytes, long texts) {
        ImageInput in = new ImageInput(bytes);
        if (in.integer() != FORMAT || in.integer() != texts) {
            return Optional.empty();
        }
        in.texts();
        List<Declared> declarations = in.list(() -> new Declared(in.text(), in.text(), in.text()));
        return Optional.of(new LibraryImage(declarations, new CatalogueInput(in).catalogue()));
    }
}
