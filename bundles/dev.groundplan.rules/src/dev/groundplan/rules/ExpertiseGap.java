package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Level;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.UsualExpertise;
import dev.groundplan.core.plan.Work;
import dev.groundplan.estimators.WorkEffortEstimation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A stage that takes more expertise than those have who are to do it. */
public final class ExpertiseGap implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().stages().stream().flatMap(stage -> finding(stage, facts).stream());
    }

    private Optional<Finding> finding(Stage stage, Facts facts) {
        Plan plan = facts.plan();
        Optional<WorkEffortEstimation> effort =
                plan.work().stream()
                        .filter(work -> work.nature() == Work.Nature.WORK)
                        .filter(work -> work.name().equals(stage.name()))
                        .findFirst()
                        .flatMap(work -> facts.get(WorkEffortEstimation.class, work));
        Optional<Role> role =
                effort.flatMap(WorkEffortEstimation::crew)
                        .flatMap(crew -> plan.team().role(crew.role()));
        Optional<Level> own = role.flatMap(Role::expertise);
        Level least = UsualExpertise.of(stage).least();
        return own.or(() -> plan.team().expertise().map(Stated::value))
                .filter(level -> level.compareTo(least) < 0)
                .map(
                        level ->
                                finding(
                                        stage.range(),
                                        stage.id(),
                                        Message.of(
                                                name(),
                                                "{stage}{effort} usually takes {least}"
                                                        + " expertise; {who} is to do it with"
                                                        + " {level}.",
                                                "stage",
                                                stage.name(),
                                                "least",
                                                least.word(),
                                                "who",
                                                role.map(Role::name).orElse("the team"),
                                                "effort",
                                                effort.flatMap(WorkEffortEstimation::effort)
                                                        .map(Estimate::value)
                                                        .map(e -> ", " + e.likely() + " of work,")
                                                        .orElse(""),
                                                "level",
                                                level.word()),
                                        fixes(least, role, plan)));
    }

    private static List<Fix> fixes(Level least, Optional<Role> role, Plan plan) {
        SubjectId lacking = role.map(Role::id).orElse(plan.id().child("team"));
        String who = role.map(Role::name).orElse("the team");
        return List.of(
                Fix.of(
                        "Plan " + least.word() + " expertise of " + who,
                        new Change.Set(lacking, "expertise", least.word())));
    }
}
