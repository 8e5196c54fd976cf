package dev.groundplan.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every exporter, by extension. */
public final class Exporters {
    private static final List<Exporter> ALL = List.of(new JsonExporter(), new MarkdownExporter());

    private Exporters() {}

    public static List<Exporter> all() {
        return ALL;
    }

    /** The exporter for a file of this name, by what follows its last dot, in any case. */
    public static Optional<Exporter> forFile(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return ALL.stream()
                .filter(exporter -> exporter.extension().equalsIgnoreCase(extension))
                .findFirst();
    }

    /** Every extension, for a message: {@code .json (JSON), .md (Markdown)}. */
    public static String known() {
        return ALL.stream()
                .map(exporter -> "." + exporter.extension() + " (" + exporter.format() + ")")
                .collect(Collectors.joining(", "));
    }
}
