package dev.groundplan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.engine.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTreeTest {
    private static final String TEXT =
            """
            project x {
              start 2027-01-11
              scope { workload { requests 1..2..4 per second }  budget { build 20k USD } }
              model { existing Qwen/Qwen2.5-7B-Instruct }
              deployment { hardware L40S  engine vllm }
            }
            """;

    @Test
    void theWholeProjectIsAHandfulOfFiguresAndItsMonthsStandApart() {
        Path path = Path.of("x.genai").toAbsolutePath();
        // a budget that breaks is held against all simulated runs; their details stand apart too
        Engine.Settings settings = new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
        List<EstimateNode> groups =
                EstimateTree.of(
                        Engine.create()
                                .analyse("x.genai", path, TEXT, settings, Cancellation.NEVER));
        EstimateNode whole = groups.getFirst();
        assertEquals("Whole project", whole.title());
        assertEquals("build.cost", whole.children().getFirst().source());
        assertTrue(
                whole.children().stream().noneMatch(row -> row.source().startsWith("cash-flow")));
        assertTrue(whole.children().stream().noneMatch(row -> row.source().startsWith("forecast")));
        assertTrue(groups.stream().anyMatch(group -> group.title().equals("Cash flow")));
        assertTrue(groups.stream().anyMatch(group -> group.title().equals("Simulated runs")));
        assertEquals(groups.stream().map(EstimateNode::title).distinct().count(), groups.size());
    }
}
