package dev.groundplan.engine;

import dev.groundplan.catalogue.Library;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.GenaiParser.LibraryText;
import dev.groundplan.dsl.image.LibraryImage;
import java.util.List;

/** The language with the catalogue that comes along: from an image, else from its texts. */
final class BuiltInCatalogue {
    private BuiltInCatalogue() {}

    static GenaiLanguage language() {
        return Library.image()
                .flatMap(bytes -> LibraryImage.of(bytes, Library.checksum()))
                .map(GenaiLanguage::new)
                .orElseGet(BuiltInCatalogue::fromTexts);
    }

    private static GenaiLanguage fromTexts() {
        List<LibraryText> library =
                Library.all().stream()
                        .map(file -> new LibraryText(file.name(), file.text()))
                        .toList();
        return new GenaiLanguage(library, Library.version());
    }

    /** What {@link Library#image} finds when the build has kept it; made from the texts. */
    static byte[] image() {
        return fromTexts().image().bytes(Library.checksum());
    }
}
