package dev.groundplan.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.resource.Resource;

/** The texts that tests parse, and a parser for them. */
public final class Texts {
    /** The files that use every construct of the language. */
    public static final List<String> EXAMPLES =
            List.of("support-assistant.genai", "code-and-finance.genai", "declarations.genai");

    private static final GenaiParser PARSER = new GenaiParser();

    private Texts() {}

    public static GenaiParser parser() {
        return PARSER;
    }

    public static ParsedFile parse(String text) {
        return parse(text, List.of());
    }

    static ParsedFile parse(String text, List<? extends Resource> catalogue) {
        return PARSER.parse(Path.of("test.genai").toAbsolutePath(), text, catalogue);
    }

    public static String read(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a table without its comments. */
    static Stream<String> lines(String name) {
        return read(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    /** What a line of a table says with escapes stands for. */
    static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\u200B", "\u200B").replace("\\\\", "\\");
    }
}
