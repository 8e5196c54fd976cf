package dev.groundplan.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One file of the built-in catalogue.
 *
 * @param name such as {@code models.genai}
 */
public record Library(String name, String text) {

    /** Every file, in the order in which they are read. */
    public static List<Library> all() {
        return read("catalogue.list")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(name -> new Library(name, read(name)))
                .toList();
    }

    /** The catalogue's own version, a date. */
    public static String version() {
        return read("version").strip();
    }

    private static String read(String name) {
        try (InputStream in = Library.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
