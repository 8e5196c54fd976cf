package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Pruning;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import java.util.List;
import java.util.stream.Stream;

/** Compression beyond what models bear without being trained again. */
public final class HeavyCompression implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        int fewest = (int) facts.prior("practice.fewest-bits", Dimension.COUNT).likely().value();
        Ratio most = facts.prior("practice.most-sparsity", Dimension.RATIO).likely();
        return facts.plan().stages(CompressionStage.class).stream()
                .flatMap(
                        step ->
                                Stream.concat(
                                        step.bits().filter(bits -> bits < fewest).stream()
                                                .map(bits -> bits(step, bits, fewest)),
                                        step.pruning().flatMap(Pruning::sparsity).stream()
                                                .filter(s -> s.value().compareTo(most) > 0)
                                                .map(s -> sparsity(step, s, most))));
    }

    private Finding bits(CompressionStage step, int bits, int fewest) {
        return finding(
                step.range(),
                step.id(),
                Message.of(
                        name() + ".bits",
                        "{bits} bits a weight: below {fewest} the answers of usual methods become"
                                + " clearly worse. Take {fewest}, or a smaller model.",
                        "bits",
                        Integer.toString(bits),
                        "fewest",
                        Integer.toString(fewest)),
                List.of(
                        Fix.of(
                                "Take " + fewest + " bits",
                                new Change.Set(step.id(), "bits", Integer.toString(fewest)))));
    }

    private Finding sparsity(CompressionStage step, Stated<Ratio> sparsity, Ratio most) {
        return finding(
                sparsity.range(),
                step.id(),
                Message.of(
                        name() + ".sparsity",
                        "{sparsity} of the weights are taken away: beyond {most} pruning after"
                                + " training costs more than it saves. Take {most}, or a smaller"
                                + " model.",
                        "sparsity",
                        sparsity.value().toString(),
                        "most",
                        most.toString()),
                List.of(
                        Fix.of(
                                "Prune " + most,
                                new Change.Set(step.id(), "sparsity", most.toString()))));
    }
}
