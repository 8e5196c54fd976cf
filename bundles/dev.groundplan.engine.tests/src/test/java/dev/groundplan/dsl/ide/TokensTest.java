package dev.groundplan.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static String kinds(String text) {
        return Tokens.of(text).stream()
                .map(t -> t.kind() + ":" + t.text(text))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aWordIsAKeywordOnlyInItsBlock() {
        assertEquals(
                "KEYWORD:project NAME:data OPEN:{ KEYWORD:data OPEN:{ CLOSE:} CLOSE:}",
                kinds("project data { data { } }"));
    }

    @Test
    void numbersUnitsAndDates() {
        assertEquals(
                "KEYWORD:project NAME:p OPEN:{ KEYWORD:start DATE:2027-01-11"
                        + " KEYWORD:scope OPEN:{ KEYWORD:freshness NUMBER:1 UNIT:days CLOSE:} CLOSE:}",
                kinds("project p { start 2027-01-11\n scope { freshness 1 days } }"));
    }

    @Test
    void aModelIdIsOneName() {
        assertTrue(
                kinds("project p { model { existing meta-llama/Llama-3.1-8B-Instruct } }")
                        .contains("NAME:meta-llama/Llama-3.1-8B-Instruct"));
    }

    @Test
    void nothingFails() {
        for (String text :
                List.of("", "{", "}}}", "\"", "/*", "\u0000", "1..2..", "^", "é \uD83D")) {
            List<TextToken> tokens = Tokens.of(text);
            assertTrue(tokens.stream().allMatch(t -> t.end() <= text.length()), text);
        }
    }
}
