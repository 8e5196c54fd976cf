package dev.groundplan.dsl.formatting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.ParsedFile;
import dev.groundplan.dsl.Texts;
import dev.groundplan.dsl.reference.GeneratedText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.xtext.nodemodel.ILeafNode;

/** What holds for the layout of every text, sound or broken. */
class FormatterLawTest {
    private static final GenaiLanguage LANGUAGE = new GenaiLanguage(List.of(), "none");
    private static final Path FILE = Path.of("law.genai").toAbsolutePath();

    @Provide
    Arbitrary<String> sound() {
        return Arbitraries.longs()
                .map(Random::new)
                .map(
                        random -> {
                            Relaid relaid = new Relaid(random);
                            String text = relaid.commented(start(random));
                            return random.nextInt(3) == 0 ? text : relaid.spaces(text);
                        })
                .dontShrink();
    }

    @Provide
    Arbitrary<String> broken() {
        return Arbitraries.longs()
                .map(Random::new)
                .map(
                        random -> {
                            Relaid relaid = new Relaid(random);
                            String text = relaid.broken(start(random));
                            text = random.nextBoolean() ? relaid.broken(text) : text;
                            return random.nextBoolean() ? text : relaid.spaces(text);
                        })
                .dontShrink();
    }

    private static String start(Random random) {
        int which = random.nextInt(8);
        return which < Texts.EXAMPLES.size()
                ? Texts.read(Texts.EXAMPLES.get(which))
                : GeneratedText.of(random);
    }

    @Property(tries = 40)
    void onlyWhiteSpaceChangesAndOnlyOnce(@ForAll("sound") String text) {
        assertComesToRest(text);
        assertEquals(Formatter.format(text), applied(text, Formatter.edits(text)));
    }

    @Property(tries = 40)
    void soItIsWithBrokenTexts(@ForAll("broken") String text) {
        assertComesToRest(text);
    }

    private static void assertComesToRest(String text) {
        String once = Formatter.format(text);
        assertEquals(once, Formatter.format(once));
        assertEquals(words(text), words(once));
        assertEquals(meaning(text), meaning(once));
    }

    @Property(tries = 40)
    void theLineEndsAreTheWriters(@ForAll("sound") String text) {
        String unix = text.replace("\r\n", "\n").replace("\r", "\n");
        String dos = unix.replace("\n", "\r\n");
        assertEquals(Formatter.format(unix).replace("\n", "\r\n"), Formatter.format(dos));
    }

    private static String applied(String text, List<TextEdit> edits) {
        StringBuilder now = new StringBuilder(text);
        for (TextEdit edit : edits.reversed()) {
            String old = text.substring(edit.offset(), edit.offset() + edit.length());
            assertEquals("", old.replace("\uFEFF", "").strip());
            now.replace(edit.offset(), edit.offset() + edit.length(), edit.newText());
        }
        return now.toString();
    }

    /** The parser's leaves: what it reads, and the comments. */
    private static List<String> words(String text) {
        ParsedFile parsed = Texts.parse(text);
        List<String> words = new ArrayList<>();
        for (ILeafNode leaf : parsed.resource().getParseResult().getRootNode().getLeafNodes()) {
            String word = leaf.getText().replace("\uFEFF", "").strip();
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Everything that the text means, places apart. */
    private static String meaning(String text) {
        GenaiLanguage.Reading reading =
                LANGUAGE.read("law.genai", FILE, text, LocalDate.of(2027, 1, 11), 1);
        StringBuilder meaning = new StringBuilder();
        for (Plan plan : reading.plans()) {
            meaning.append(plan).append('\n');
        }
        return meaning.append(reading.declarations())
                .toString()
                .replaceAll("\\s+", "") // an error quotes what is written
                .replaceAll("law\\.genai:\\d+", "HERE")
                // white space at the end decides whether the end lies in the project before it
                .replaceAll("Syntax\\[[^\\]]*theendofthefile,suggestions=\\[\\]\\],?", "")
                .replaceAll("from=\\d+,to=\\d+", "LINES");
    }
}
