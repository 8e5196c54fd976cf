package dev.groundplan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text in the language that the project holds, in pieces of a declaration each. */
final class SamplePieces {
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root"));
    private static final Pattern FENCE =
            Pattern.compile("```genai[^\\n]*\\n(.*?)```", Pattern.DOTALL);

    /** Where a closing brace at the left edge ends a declaration. */
    private static final Pattern DECLARATION_END = Pattern.compile("(?<=\\n}\\n)");

    private SamplePieces() {}

    /** Examples, catalogue, and the snippets of the pages; in an order that is always the same. */
    static List<String> all() {
        List<String> pieces = new ArrayList<>();
        for (Path file : files()) {
            for (String text : texts(file)) {
                for (String piece : DECLARATION_END.split(text)) {
                    if (!piece.isBlank()) {
                        pieces.add(piece);
                    }
                }
            }
        }
        return pieces;
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("examples", "docs", "bundles", "dsl")) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
                all.filter(file -> !file.toString().contains("target"))
                        .filter(
                                file ->
                                        file.toString().endsWith(".genai")
                                                || file.toString().endsWith(".md"))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static List<String> texts(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".genai")
                    ? List.of(text)
                    : FENCE.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
