package dev.groundplan.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Suggestions must be few and likely: a wrong one is worse than none. */
class SimilarTest {
    private static final List<String> METHODS = List.of("full", "lora", "qlora", "prompt-tuning");

    @Test
    void a_letter_too_many_too_few_or_swapped_is_seen_through() {
        assertEquals(List.of("focused"), Similar.to("focussed", List.of("focused", "general")));
        assertEquals(List.of("general"), Similar.to("genral", List.of("focused", "general")));
        assertEquals("lora", Similar.to("lroa", METHODS).getFirst());
    }

    @Test
    void the_beginning_of_a_word_suggests_the_word() {
        assertEquals(List.of("prompt-tuning"), Similar.to("prompt", METHODS));
    }

    @Test
    void the_nearest_stands_first() {
        assertEquals(List.of("qlora", "lora"), Similar.to("qlorra", METHODS));
    }

    @Test
    void what_looks_like_nothing_suggests_nothing() {
        assertEquals(List.of(), Similar.to("distil", METHODS));
        assertEquals(List.of(), Similar.to("x", METHODS));
    }
}
