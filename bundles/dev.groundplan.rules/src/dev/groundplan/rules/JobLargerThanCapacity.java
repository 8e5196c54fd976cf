package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Capacity;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import java.util.List;
import java.util.stream.Stream;

/** A job needs more accelerators at once than the team has. */
public final class JobLargerThanCapacity implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.stages().stream().flatMap(stage -> findings(stage, plan).stream());
    }

    private List<Finding> findings(Stage stage, Plan plan) {
        return stage.hardware().stream()
                .flatMap(
                        hardware ->
                                plan.team().capacity(hardware.accelerator().name()).stream()
                                        .filter(there -> hardware.countOrOne() > there.count())
                                        .map(there -> finding(stage, hardware, there, plan)))
                .toList();
    }

    private Finding finding(Stage stage, Hardware hardware, Capacity there, Plan plan) {
        String enough = hardware.countOrOne() + " x " + there.accelerator();
        return finding(
                hardware.range(),
                stage.id(),
                Message.of(
                        name(),
                        "{stage} computes on {needed} {accelerator} at once, and the team has"
                                + " {there}: it can never start. Let it compute on fewer, or raise"
                                + " the capacity.",
                        "stage",
                        stage.name(),
                        "needed",
                        Integer.toString(hardware.countOrOne()),
                        "accelerator",
                        there.accelerator(),
                        "there",
                        Integer.toString(there.count())),
                List.of(
                        Fix.of(
                                "Raise the capacity to " + enough,
                                new Change.Replace(
                                        plan.id().child("team"),
                                        there.range(),
                                        "capacity " + enough))));
    }
}
