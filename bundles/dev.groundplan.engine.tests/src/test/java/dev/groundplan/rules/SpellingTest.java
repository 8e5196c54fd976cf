package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Suggestions must be few and likely: a wrong one is worse than none. */
class SpellingTest {
    private static final List<String> METHODS = List.of("full", "lora", "qlora", "prompt-tuning");

    @Test
    void a_letter_too_many_too_few_or_swapped_is_seen_through() {
        assertEquals(
                List.of("focused"), Spelling.nearest("focussed", List.of("focused", "general")));
        assertEquals(List.of("general"), Spelling.nearest("genral", List.of("focused", "general")));
        assertEquals("lora", Spelling.nearest("lroa", METHODS).getFirst());
    }

    @Test
    void the_beginning_of_a_word_suggests_the_word() {
        assertEquals(List.of("prompt-tuning"), Spelling.nearest("prompt", METHODS));
    }

    @Test
    void the_nearest_stands_first() {
        assertEquals(List.of("qlora", "lora"), Spelling.nearest("qlorra", METHODS));
    }

    @Test
    void what_looks_like_nothing_suggests_nothing() {
        assertEquals(List.of(), Spelling.nearest("distil", METHODS));
        assertEquals(List.of(), Spelling.nearest("x", METHODS));
    }
}
