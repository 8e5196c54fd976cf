package dev.groundplan.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.stream.Stream;

/** What a bundle says of itself. */
record Manifest(Path file, Attributes headers) {
    /** Of every bundle that ships. */
    static List<Manifest> all() {
        return Repository.files("/META-INF/MANIFEST.MF")
                .map(Manifest::read)
                .filter(manifest -> !manifest.bundle().endsWith(".tests"))
                .toList();
    }

    @Override
    public String toString() {
        return bundle();
    }

    String bundle() {
        return names("Bundle-SymbolicName").getFirst();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getValue(name));
    }

    /** The names in a header, without their attributes and directives. */
    List<String> names(String header) {
        return clauses(header).map(clause -> clause.split(";", 2)[0].strip()).toList();
    }

    /** The parts of a header; a comma inside quotes is a range of versions. */
    Stream<String> clauses(String header) {
        return header(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")))
                .map(String::strip);
    }

    private static Manifest read(Path file) {
        byte[] bytes = Repository.read(file).getBytes(StandardCharsets.UTF_8);
        try {
            return new Manifest(
                    file,
                    new java.util.jar.Manifest(new ByteArrayInputStream(bytes))
                            .getMainAttributes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
