package dev.groundplan.dsl.edits;

import dev.groundplan.dsl.scoping.ImportPath;
import dev.groundplan.dsl.scoping.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files under the root of a file, as far as they may mention what it declares. */
final class Neighbourhood {
    private static final int DEEPEST = 12;
    private static final int MOST_FILES = 2_000;

    private final Path path;
    private final String text;
    private final Map<Path, String> open;

    Neighbourhood(Path path, String text, Map<Path, String> open) {
        this.path = path;
        this.text = text;
        this.open = Map.copyOf(open);
    }

    /** The file itself first, then the others that hold the name; unreadable ones are left out. */
    Map<Path, String> mentioning(String name) {
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(path, text);
        for (Path other : files()) {
            String found = open.containsKey(other) ? open.get(other) : read(other);
            if (!other.equals(path) && found.contains(name)) {
                texts.put(other, found);
            }
        }
        return texts;
    }

    private List<Path> files() {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(Root.of(folder), DEEPEST)) {
            return all.filter(file -> file.toString().endsWith(".genai"))
                    .filter(Files::isRegularFile)
                    .limit(MOST_FILES)
                    .map(Path::normalize)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // a folder that may not be read holds nothing that may be changed
        }
    }

    private static String read(Path file) {
        try {
            return Files.size(file) > ImportPath.MOST_BYTES ? "" : Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
