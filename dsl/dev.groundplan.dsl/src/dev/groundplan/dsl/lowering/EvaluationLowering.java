package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.BenchmarkRun;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.HumanReview;
import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.StopRule;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code evaluation { … }}. */
final class EvaluationLowering {
    private final NamesInProject names;

    EvaluationLowering(NamesInProject names) {
        this.names = names;
    }

    Evaluation of(Block project) {
        List<Block> blocks = project.children("Evaluation");
        if (blocks.isEmpty()) {
            return Evaluation.NONE;
        }
        return new Evaluation(
                blocks.getFirst().header(),
                inside(blocks, "Gate").map(this::gate).toList(),
                inside(blocks, "BenchmarkRun").map(EvaluationLowering::benchmark).toList(),
                inside(blocks, "HumanReview").findFirst().map(EvaluationLowering::human));
    }

    private static Stream<Block> inside(List<Block> blocks, String className) {
        return blocks.stream().flatMap(block -> block.children(className).stream());
    }

    private Gate gate(Block block) {
        return new Gate(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("of"),
                block.children("MetricTarget").stream().map(this::measurement).toList(),
                block.child("StopRule").map(EvaluationLowering::stop));
    }

    private Measurement measurement(Block block) {
        String metric = block.mention("metric").orElse("");
        return new Measurement(
                metric,
                Optional.ofNullable(names.catalogue().metrics().get(metric)),
                block.range(),
                names.dataset(block, "on"),
                block.exact("target", Dimension.RATIO),
                block.exact("now", Dimension.RATIO),
                names.servable(block, "judge"));
    }

    private static StopRule stop(Block block) {
        return new StopRule(
                block.range(), block.exact("below", Dimension.RATIO), block.statedDate("by"));
    }

    private static BenchmarkRun benchmark(Block block) {
        return new BenchmarkRun(
                block.mention("benchmark").orElse("?"),
                block.header(),
                block.exact("floor", Dimension.RATIO));
    }

    private static HumanReview human(Block block) {
        Optional<Labour<Time>> time = LabourLowering.of(block, "time", Dimension.TIME);
        return new HumanReview(
                block.header(),
                block.uncertain("samples", Dimension.COUNT),
                time.map(Labour::amount),
                time.flatMap(Labour::by).map(Stated::value),
                block.word("every", HumanReview.Every.values()));
    }
}
