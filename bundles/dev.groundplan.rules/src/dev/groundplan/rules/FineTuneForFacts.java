package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Time;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tuning as the only way in which changing facts could reach the model. */
public final class FineTuneForFacts implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        if (Knowledge.wanted(plan).isEmpty() || Knowledge.isLookedUp(plan)) {
            return Stream.empty();
        }
        return plan.stages(TuningStage.class).stream()
                .filter(stage -> !isRepeatedInTime(stage, plan))
                .findFirst()
                .map(stage -> finding(stage, plan))
                .stream();
    }

    /** Whether it is done again at least as often as the facts must be renewed. */
    private static boolean isRepeatedInTime(TuningStage stage, Plan plan) {
        return every(stage, plan)
                .flatMap(
                        every ->
                                plan.scope()
                                        .freshness()
                                        .map(needed -> every.compareTo(needed.value()) <= 0))
                .orElse(false);
    }

    private static Optional<Time> every(TuningStage stage, Plan plan) {
        return plan.operation().repeats().stream()
                .filter(repeat -> repeat.step().equals(stage.name()))
                .flatMap(repeat -> repeat.every().stream())
                .map(Stated::value)
                .findFirst();
    }

    private Finding finding(TuningStage stage, Plan plan) {
        return finding(
                stage.range(),
                stage.id(),
                Message.of(
                        name(),
                        "The application needs {wanted}; {stage} teaches what its data says, {how}."
                                + " Tuning is for form and behaviour: let a retrieval bring the"
                                + " facts.",
                        "wanted",
                        Knowledge.wantedText(plan),
                        "stage",
                        stage.name(),
                        "how",
                        every(stage, plan)
                                .map(every -> "again only every " + every)
                                .orElse("once")),
                List.of(Knowledge.retrieve(plan)));
    }
}
