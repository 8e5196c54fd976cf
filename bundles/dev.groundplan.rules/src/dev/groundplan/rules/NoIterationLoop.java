package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.MetricSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.stream.Stream;

/** A gate that asks for better than now, and a plan that takes one run at it. */
public final class NoIterationLoop implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        if (!plan.iterations().isEmpty() || !Brief.isWritten(plan)) {
            return Stream.empty();
        }
        return plan.evaluation().gates().stream()
                .filter(gate -> !Brief.tuned(plan, gate).isEmpty())
                .flatMap(
                        gate ->
                                gate.measurements().stream()
                                        .filter(NoIterationLoop::asksForMore)
                                        .limit(1)
                                        .map(measurement -> finding(gate, measurement, facts)))
                .limit(1);
    }

    private static boolean asksForMore(Measurement measurement) {
        if (measurement.target().isEmpty() || measurement.now().isEmpty()) {
            return false;
        }
        int step = measurement.target().get().value().compareTo(measurement.now().get().value());
        boolean higher = measurement.spec().map(MetricSpec::higherIsBetter).orElse(true);
        return higher ? step > 0 : step < 0;
    }

    private Finding finding(Gate gate, Measurement measurement, Facts facts) {
        Plan plan = facts.plan();
        Uncertain<Count> rounds = facts.prior("iteration.rounds", Dimension.COUNT);
        List<String> stages =
                plan.stages().stream()
                        .filter(
                                stage ->
                                        stage instanceof PromptStage
                                                || stage instanceof TuningStage
                                                || stage instanceof ReinforceStage)
                        .filter(gate::covers)
                        .map(Stage::name)
                        .toList();
        return finding(
                gate.range(),
                gate.id(),
                Message.of(
                        name(),
                        "{gate} asks for {target} {metric}, from {now} now, and nothing goes round"
                                + " until it is reached: cost and finish count one pass of {stages}."
                                + " {low} to {high} rounds are usual.",
                        "gate",
                        gate.name(),
                        "target",
                        measurement.target().orElseThrow().value().toString(),
                        "metric",
                        measurement.metric(),
                        "now",
                        measurement.now().orElseThrow().value().toString(),
                        "stages",
                        Wording.allOf(stages),
                        "low",
                        rounds.low().toString(),
                        "high",
                        rounds.high().toString()),
                List.of(
                        Fix.of(
                                "Plan for " + rounds.low() + " to " + rounds.high() + " rounds",
                                new Change.Insert(
                                        plan.id().child("alignment"),
                                        "iterate "
                                                + String.join(", ", stages)
                                                + " until "
                                                + gate.name()
                                                + " rounds "
                                                + Written.range(rounds)))));
    }
}
