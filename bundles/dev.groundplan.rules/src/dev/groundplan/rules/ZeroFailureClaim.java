package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A target so near perfection that even no failure at all would not show it. */
public final class ZeroFailureClaim implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    /** With 95 % confidence, no failure in n shows a rate below three in n. */
    private static final double RULE_OF_THREE = 3;

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().evaluation().gates().stream()
                .flatMap(
                        gate ->
                                gate.measurements().stream()
                                        .flatMap(m -> finding(gate, m).stream()));
    }

    private Optional<Finding> finding(Gate gate, Measurement measurement) {
        Optional<Dataset> data = measurement.on().filter(on -> on.examples().isPresent());
        return measurement
                .target()
                .filter(target -> data.isPresent() && isShare(measurement))
                .filter(target -> failures(measurement) < RULE_OF_THREE / examples(data.get()))
                .map(target -> finding(gate, measurement, data.get()));
    }

    /** A score of another kind has no failures to count. */
    private static boolean isShare(Measurement measurement) {
        return measurement
                .spec()
                .flatMap(MetricSpec::bounds)
                .filter(b -> b.least().value() == 0 && b.most().value() == 1)
                .isPresent();
    }

    /** Those that the target allows. */
    private static double failures(Measurement measurement) {
        double target = measurement.target().orElseThrow().value().value();
        return measurement.spec().orElseThrow().higherIsBetter() ? 1 - target : target;
    }

    private static double examples(Dataset data) {
        return data.examples().orElseThrow().value().likely().value();
    }

    private Finding finding(Gate gate, Measurement measurement, Dataset data) {
        double n = examples(data);
        boolean possible = failures(measurement) > 1e-9;
        String needed = possible ? Written.roundedUp(RULE_OF_THREE / failures(measurement)) : "";
        return finding(
                measurement.target().orElseThrow().range(),
                gate.id(),
                Message.of(
                        name() + (possible ? ".few" : ".never"),
                        "{target} of {metric} on {examples} examples: even without a single failure"
                                + " they show no more than {shown} failures (three in {examples})."
                                + " {advice}",
                        "target",
                        measurement.target().orElseThrow().value().toString(),
                        "metric",
                        measurement.metric(),
                        "examples",
                        new Count(n).toString(),
                        "shown",
                        // of three examples and fewer all may fail
                        "fewer than " + new Ratio(Math.min(1, RULE_OF_THREE / n)),
                        "advice",
                        possible
                                ? "It takes " + needed + " examples, none of which fails."
                                : "No number of examples shows that nothing ever fails: say how"
                                        + " many failures would be borne."),
                possible
                        ? List.of(
                                Fix.of(
                                        "Take " + needed + " examples",
                                        new Change.Set(data.id(), "examples", needed)))
                        : List.of());
    }
}
