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
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A target for a tuned model, and no word of where the model stands now. */
public final class MissingBaseline implements Rule {
    /** Standard errors to either side of an interval of 95 %. */
    private static final double Z95 = 1.96;

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        // without any prompt tried, NoPromptBaseline says what is missing first
        return !Brief.isWritten(plan) || plan.stages(PromptStage.class).isEmpty()
                ? Stream.empty()
                : plan.evaluation().gates().stream()
                        .filter(gate -> !Brief.tuned(plan, gate).isEmpty())
                        .filter(
                                gate ->
                                        gate.measurements().stream()
                                                .allMatch(m -> m.now().isEmpty()))
                        .flatMap(
                                gate ->
                                        gate.measurements().stream()
                                                .filter(m -> m.target().isPresent())
                                                .limit(1)
                                                .map(m -> finding(gate, m, plan)))
                        .limit(1);
    }

    private Finding finding(Gate gate, Measurement measurement, Plan plan) {
        return finding(
                measurement.range(),
                gate.id(),
                Message.of(
                        name(),
                        "{gate} asks for {target} {metric}, and nothing says what the model reaches"
                                + " now: whether {stages} must bring 2 points or 20, and how many"
                                + " examples show it, cannot be said. Measure it as it is,"
                                + " and write `now`.{doubt}",
                        "gate",
                        gate.name(),
                        "target",
                        measurement.target().orElseThrow().value().toString(),
                        "metric",
                        measurement.metric(),
                        "stages",
                        Wording.allOf(Brief.tuned(plan, gate).stream().map(Stage::name).toList()),
                        "doubt",
                        doubt(measurement)),
                fix(gate, measurement, plan).stream().toList());
    }

    /**
     * How well the gate's own data would tell it, at a share of one half, where it is least sure.
     */
    private static String doubt(Measurement measurement) {
        return measurement
                .on()
                .flatMap(Dataset::examples)
                .map(examples -> examples.value().likely())
                .filter(n -> n.value() >= 1)
                .map(
                        n ->
                                " The "
                                        + n
                                        + " examples of "
                                        + measurement.on().orElseThrow().name()
                                        + " tell it to ±"
                                        + Written.decimal(100 * Z95 * Math.sqrt(0.25 / n.value()))
                                        + " points.")
                .orElse("");
    }

    /** What a prompt stage has reached is where the model stands before it is tuned. */
    private static Optional<Fix> fix(Gate gate, Measurement measurement, Plan plan) {
        List<String> prompts = plan.stages(PromptStage.class).stream().map(Stage::name).toList();
        return plan.actuals().stream()
                .filter(actual -> prompts.contains(actual.step()))
                .flatMap(
                        actual ->
                                actual.scores().stream()
                                        .filter(s -> s.metric().equals(measurement.metric()))
                                        .map(
                                                s ->
                                                        Fix.of(
                                                                "Take the "
                                                                        + s.value().value()
                                                                        + " of "
                                                                        + actual.step(),
                                                                new Change.Replace(
                                                                        gate.id(),
                                                                        behind(measurement),
                                                                        "  now "
                                                                                + s.value()
                                                                                        .value()))))
                .reduce((earlier, later) -> later);
    }

    /** The empty stretch at its end. */
    private static SourceRange behind(Measurement measurement) {
        SourceRange range = measurement.range();
        return new SourceRange(
                range.file(),
                range.offset() + range.length(),
                0,
                range.endLine(),
                range.endColumn(),
                range.endLine(),
                range.endColumn());
    }
}
