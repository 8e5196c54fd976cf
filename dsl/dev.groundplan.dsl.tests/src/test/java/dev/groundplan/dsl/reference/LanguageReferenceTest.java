package dev.groundplan.dsl.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.groundplan.dsl.GenaiStandaloneSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.xtext.IGrammarAccess;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares docs/language.md with the language. The stretches between {@code <!-- block NAME -->}
 * and {@code <!-- end -->} are made from the grammar, the model's annotations and Lowering;
 * {@code -Dgroundplan.update=true} writes them anew. The prose around them is for people to keep.
 */
class LanguageReferenceTest {
    private static final Path PAGE =
            Path.of(System.getProperty("groundplan.root", "../.."), "docs/language.md");
    private static final Pattern STRETCH =
            Pattern.compile("<!-- block (\\w+) -->\\n(.*?)<!-- end -->", Pattern.DOTALL);

    private static final Map<String, String> EXPECTED =
            new LanguageReference(
                            new GenaiStandaloneSetup()
                                    .createInjectorAndDoEMFRegistration()
                                    .getInstance(IGrammarAccess.class)
                                    .getGrammar())
                    .texts();

    @Test
    void every_kind_of_block_stands_in_the_reference_once() throws IOException {
        List<String> written =
                STRETCH.matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
        assertEquals(
                EXPECTED.keySet().stream().sorted().toList(),
                written.stream().sorted().toList(),
                "docs/language.md lacks a block, has one twice, or has one that the language has"
                        + " not");
    }

    @TestFactory
    Stream<DynamicTest> what_it_says_of_each_block_is_so() throws IOException {
        if (Boolean.getBoolean("groundplan.update")) {
            update();
        }
        Map<String, String> written = new LinkedHashMap<>();
        STRETCH.matcher(Files.readString(PAGE))
                .results()
                .forEach(m -> written.put(m.group(1), m.group(2)));
        return EXPECTED.entrySet().stream()
                .map(
                        block ->
                                dynamicTest(
                                        block.getKey(),
                                        () ->
                                                assertEquals(
                                                        block.getValue(),
                                                        written.get(block.getKey()),
                                                        "docs/language.md, `<!-- block "
                                                                + block.getKey()
                                                                + " -->`: run this test with"
                                                                + " -Dgroundplan.update=true, or"
                                                                + " write there\n"
                                                                + block.getValue())));
    }

    private static void update() throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(
                PAGE,
                STRETCH.matcher(page)
                        .replaceAll(stretch -> Matcher.quoteReplacement(renewed(stretch))));
    }

    private static String renewed(MatchResult stretch) {
        String name = stretch.group(1);
        String text = EXPECTED.getOrDefault(name, stretch.group(2));
        return "<!-- block " + name + " -->\n" + text + "<!-- end -->";
    }
}
