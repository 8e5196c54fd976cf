package dev.groundplan.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The caret is where the bar stands. */
class CompletionTest {
    private static List<Proposal> at(String textWithBar) {
        int caret = textWithBar.indexOf('|');
        String text = textWithBar.replace("|", "");
        return new Completion(() -> Catalogue.EMPTY).at(text, caret);
    }

    private static List<String> labels(String textWithBar) {
        return at(textWithBar).stream().map(Proposal::label).toList();
    }

    @Test
    void theWordsOfTheBlock() {
        List<String> words = labels("project p { scope { | } }");
        assertTrue(words.containsAll(List.of("goal", "breadth", "workload")), words.toString());
        assertFalse(words.contains("epochs"), words.toString());
    }

    @Test
    void theFirstWordsOfAFile() {
        assertTrue(labels("pro|").contains("project"));
    }

    @Test
    void lettersAlreadyWrittenAreReplaced() {
        Proposal proposal = at("project p { scope { comp| } }").getFirst();
        assertEquals("complexity", proposal.text());
        assertEquals(4, proposal.length());
        assertFalse(proposal.detail().isEmpty());
    }

    @Test
    void theVocabularyOfAProperty() {
        assertEquals(
                List.of("simple", "moderate", "complex"),
                labels("project p { scope { complexity | } }"));
    }

    @Test
    void namesDeclaredInTheFile() {
        List<String> names =
                labels(
                        """
                        project p {
                          data { dataset tickets { }  dataset golden { } }
                          alignment {
                            prompt zero { }
                            fine-tune t { on | }
                          }
                        }
                        """);
        assertEquals(List.of("tickets", "golden"), names);
    }

    @Test
    void stagesThatMayComeBefore() {
        List<String> names =
                labels("project p { alignment { prompt zero { }\n fine-tune t { after | } } }");
        assertTrue(names.containsAll(List.of("zero", "t")), names.toString());
    }

    @Test
    void theUnitsOfADimension() {
        List<String> units = labels("project p { scope { service { first-token 800 | } } }");
        assertTrue(units.containsAll(List.of("ms", "s")), units.toString());
        assertFalse(units.contains("GB"), units.toString());
    }

    @Test
    void anExampleWhereAQuantityIsExpected() {
        Proposal example = at("project p { scope { service { first-token | } } }").getFirst();
        assertEquals(Proposal.Kind.VALUE, example.kind());
        assertEquals("800 ms", example.text());
    }

    @Test
    void nothingInsideTextsAndComments() {
        assertTrue(labels("project p { scope { goal \"re|duce\" } }").isEmpty());
        assertTrue(labels("project p { // sco|").isEmpty());
    }
}
