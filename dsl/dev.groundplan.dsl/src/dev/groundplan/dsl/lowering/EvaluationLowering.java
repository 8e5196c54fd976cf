package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.HumanReview;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.units.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code evaluation { … }}. */
final class EvaluationLowering {
    private final Catalogue catalogue;
    private final Map<String, Dataset> datasets;
    private final Function<String, Optional<Servable>> servables;

    EvaluationLowering(
            Catalogue catalogue,
            Map<String, Dataset> datasets,
            Function<String, Optional<Servable>> servables) {
        this.catalogue = catalogue;
        this.datasets = datasets;
        this.servables = servables;
    }

    Evaluation of(Block project) {
        List<Block> blocks = project.children("Evaluation");
        if (blocks.isEmpty()) {
            return Evaluation.NONE;
        }
        return new Evaluation(
                blocks.getFirst().header(),
                blocks.stream()
                        .flatMap(block -> block.children("Gate").stream())
                        .map(this::gate)
                        .toList(),
                blocks.stream()
                        .flatMap(block -> block.children("BenchmarkRun").stream())
                        .flatMap(block -> block.mentioned("benchmark").stream())
                        .toList(),
                blocks.stream()
                        .flatMap(block -> block.child("HumanReview").stream())
                        .findFirst()
                        .map(EvaluationLowering::human));
    }

    private Gate gate(Block block) {
        return new Gate(
                block.id(),
                block.name(),
                block.header(),
                block.mentioned("of"),
                block.children("MetricTarget").stream().map(this::measurement).toList());
    }

    private Measurement measurement(Block block) {
        String metric = block.mentioned("metric").stream().findFirst().orElse("");
        return new Measurement(
                metric,
                Optional.ofNullable(catalogue.metrics().get(metric)),
                block.range(),
                block.mentioned("on").stream().findFirst().map(datasets::get),
                block.exact("target", Dimension.RATIO),
                block.exact("now", Dimension.RATIO),
                block.mentioned("judge").stream().findFirst().flatMap(servables));
    }

    private static HumanReview human(Block block) {
        return new HumanReview(
                block.header(),
                block.uncertain("samples", Dimension.COUNT),
                block.work("time").flatMap(work -> work.uncertain("amount", Dimension.TIME)),
                block.work("time").flatMap(work -> work.mentioned("by").stream().findFirst()));
    }
}
