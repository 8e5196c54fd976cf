package dev.groundplan.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One file of the built-in catalogue.
 *
 * @param name such as {@code models.genai}
 */
public record Library(String name, String text) {
    private static final String LIST = "catalogue.list";
    private static final String VERSION = "version";

    /** Every file, in the order in which they are read. */
    public static List<Library> all() {
        return names().stream().map(name -> new Library(name, text(name))).toList();
    }

    /** The catalogue's own version, a date. */
    public static String version() {
        return text(VERSION).strip();
    }

    /** What the build made of the files, where it has done so; it belongs to files of one checksum. */
    public static Optional<byte[]> image() {
        return bytes("library.image");
    }

    /** Of the version and all files: CRC-32, which tells one state of them from the next. */
    public static long checksum() {
        CRC32 sum = new CRC32();
        sum.update(required(VERSION));
        for (String name : names()) {
            sum.update(required(name));
        }
        return sum.getValue();
    }

    private static List<String> names() {
        return text(LIST)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static String text(String name) {
        return new String(required(name), StandardCharsets.UTF_8);
    }

    private static byte[] required(String name) {
        return bytes(name)
                .orElseThrow(
                        () -> new IllegalStateException("the catalogue lacks its file " + name));
    }

    private static Optional<byte[]> bytes(String name) {
        try (InputStream in = Library.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
