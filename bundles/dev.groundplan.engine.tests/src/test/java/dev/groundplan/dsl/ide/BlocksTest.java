package dev.groundplan.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final String TEXT =
            """
            project support "Support" {
              data {
                dataset tickets { purpose tuning }   dataset golden { purpose evaluation }
              }
              deployment {
                quantise awq { bits 4 }
                distil into Qwen/Qwen2.5-3B { tokens 2B }
              }
            }
            """;

    @Test
    void keywordAndNameComeFromTheHead() {
        List<String> heads =
                Blocks.of(TEXT).stream()
                        .flatMap(Block::all)
                        .map(b -> b.keyword() + "|" + b.name())
                        .toList();
        assertEquals(
                List.of(
                        "project|support",
                        "data|",
                        "dataset|tickets",
                        "dataset|golden",
                        "deployment|",
                        "quantise|awq",
                        "distil|Qwen/Qwen2.5-3B"),
                heads);
    }

    @Test
    void thePathHoldsThePosition() {
        List<Block> path = Blocks.path(Blocks.of(TEXT), TEXT.indexOf("bits"));
        assertEquals(
                List.of("project", "deployment", "quantise"),
                path.stream().map(Block::keyword).toList());
    }

    @Test
    void aForgottenBraceCostsNoMoreThanItself() {
        String broken = TEXT.replace("evaluation }", "evaluation");
        List<Block> blocks = Blocks.of(broken);
        assertEquals(1, blocks.size());
        assertTrue(
                blocks.getFirst().children().stream()
                        .anyMatch(b -> b.keyword().equals("deployment")),
                blocks.toString());
    }

    @Test
    void unfinishedTextIsAllowed() {
        for (int end = 0; end < TEXT.length(); end++) {
            String text = TEXT.substring(0, end);
            Blocks.of(text).stream()
                    .flatMap(Block::all)
                    .forEach(
                            b -> assertTrue(b.end() <= text.length() && b.offset() <= b.headEnd()));
        }
    }
}
