package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.TuningStage;
import java.util.List;
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
                .filter(stage -> !Knowledge.isRenewedInTime(stage, plan))
                .findFirst()
                .map(stage -> finding(stage, plan))
                .stream();
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
                        Knowledge.every(stage, plan)
                                .map(every -> "again only every " + every)
                                .orElse("once")),
                List.of(Knowledge.retrieve(plan)));
    }
}
