package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Pruning;
import dev.groundplan.core.plan.Serving;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Weights left out one by one, whose zeros are multiplied all the same. */
public final class UnstructuredPruning implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.stages(CompressionStage.class).stream()
                .filter(step -> step.pruning().filter(Pruning::unstructured).isPresent())
                .map(step -> finding(step, plan));
    }

    private Finding finding(CompressionStage step, Plan plan) {
        Optional<Serving> serving =
                plan.servings().stream().filter(s -> s.compression().contains(step)).findFirst();
        Optional<AcceleratorSpec> accelerator =
                serving.flatMap(Serving::hardware).map(Hardware::accelerator);
        boolean skips = accelerator.filter(AcceleratorSpec::sparse24).isPresent();
        String on = accelerator.map(AcceleratorSpec::name).orElse("an accelerator");
        return finding(
                step.range(),
                step.id(),
                Message.of(
                        name(),
                        "{share} are left out one by one, and {accelerator} multiplies their zeros"
                                + " all the same: the file can become smaller, an answer comes no"
                                + " sooner. {instead}",
                        "share",
                        step.pruning()
                                .flatMap(Pruning::sparsity)
                                .map(s -> s.value() + " of the weights")
                                .orElse("Weights"),
                        "accelerator",
                        on,
                        "instead",
                        skips
                                ? "Of the pattern 2:4 it skips two in four."
                                : "Quantising makes the weights smaller and the answers faster."),
                skips ? pattern(serving) : quantised(step, serving, plan));
    }

    private static List<Fix> pattern(Optional<Serving> serving) {
        return serving
                .map(
                        s ->
                                Fix.of(
                                        "Prune in the pattern 2:4",
                                        new Change.Set(s.id(), "prune", "{ pattern 2:4 }")))
                .stream()
                .toList();
    }

    /** A gate that names the step would check a step that is no more. */
    private static List<Fix> quantised(
            CompressionStage step, Optional<Serving> serving, Plan plan) {
        boolean isNamed =
                plan.evaluation().gates().stream().anyMatch(g -> g.of().contains(step.name()));
        return serving
                .filter(s -> s.quantisation().isEmpty() && !isNamed)
                .map(
                        s ->
                                Fix.of(
                                        "Quantise to 4 bits instead",
                                        new Change.Remove(step.id(), Optional.empty()),
                                        new Change.Insert(s.id(), "quantise awq { bits 4 }")))
                .stream()
                .toList();
    }
}
