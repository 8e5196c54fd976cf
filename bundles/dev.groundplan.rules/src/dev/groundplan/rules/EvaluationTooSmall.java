package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.estimators.GateEstimation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Evaluation data too few to show the step from the score now to the target. */
public final class EvaluationTooSmall implements Rule {
    /** A metric of a gate that needs more examples than its data has. */
    private record Lack(Gate gate, Measurement measurement, Dataset data, Count needed) {
        double has() {
            return data.examples().orElseThrow().value().likely().value();
        }
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Map<String, Lack> worst = new LinkedHashMap<>();
        facts.plan().evaluation().gates().stream()
                .flatMap(gate -> lacks(gate, facts))
                .forEach(
                        lack ->
                                worst.merge(
                                        lack.data().name(),
                                        lack,
                                        (a, b) -> a.needed().compareTo(b.needed()) >= 0 ? a : b));
        return worst.values().stream().map(lack -> finding(lack, facts));
    }

    private static Stream<Lack> lacks(Gate gate, Facts facts) {
        return gate.measurements().stream()
                .filter(m -> m.on().flatMap(Dataset::examples).isPresent())
                .flatMap(
                        m ->
                                estimate(gate, m, "needed", facts)
                                        .flatMap(e -> Dimension.COUNT.cast(e.value()))
                                        .map(
                                                needed ->
                                                        new Lack(
                                                                gate,
                                                                m,
                                                                m.on().orElseThrow(),
                                                                needed.likely()))
                                        .filter(lack -> lack.needed().value() > lack.has())
                                        .stream());
    }

    private static Optional<Estimate<?>> estimate(
            Gate gate, Measurement measurement, String what, Facts facts) {
        ResultKey key = ResultKey.of("evaluation", gate.name(), measurement.metric(), what);
        return facts.get(GateEstimation.class, gate).stream()
                .flatMap(estimation -> estimation.estimates().stream())
                .filter(estimate -> estimate.key().equals(key))
                .<Estimate<?>>map(estimate -> estimate)
                .findFirst();
    }

    private Finding finding(Lack lack, Facts facts) {
        String enough = Written.roundedUp(lack.needed().value());
        Measurement measurement = lack.measurement();
        return finding(
                lack.data().examples().orElseThrow().range(),
                lack.data().id(),
                Message.of(
                        name(),
                        "{has} examples cannot show that {metric} rises from {now} to {target}: at"
                                + " the target they tell it to ±{doubt} points. It takes {needed} to"
                                + " see the step in four cases of five.",
                        "has",
                        new Count(lack.has()).toString(),
                        "metric",
                        measurement.metric(),
                        "now",
                        measurement.now().orElseThrow().value().toString(),
                        "target",
                        measurement.target().orElseThrow().value().toString(),
                        "doubt",
                        estimate(lack.gate(), measurement, "doubt", facts)
                                .map(e -> Written.decimal(100 * e.value().likely().value()))
                                .orElse("100"),
                        "needed",
                        lack.needed().toString()),
                List.of(
                        Fix.of(
                                "Label " + enough + " examples",
                                new Change.Set(lack.data().id(), "examples", enough))));
    }
}
