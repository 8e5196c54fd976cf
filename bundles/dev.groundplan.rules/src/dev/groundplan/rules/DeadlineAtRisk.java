package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Time;
import dev.groundplan.estimators.WorkDatesEstimation;
import dev.groundplan.estimators.WorkEffortEstimation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A deadline that will not hold with the probability that is asked for. */
public final class DeadlineAtRisk implements Rule {
    private static final int MOST_FIXES = 4;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public boolean needsForecast() {
        return true;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().scope().budget().deadline().stream()
                // one that lies before the start, or that holidays reach, is another finding
                .filter(deadline -> deadline.value().isAfter(facts.plan().firstDay()))
                .filter(deadline -> new EmptyCalendar().check(facts).findAny().isEmpty())
                .flatMap(
                        deadline ->
                                Forecasts.brokenFinish(facts).stream()
                                        .map(
                                                p ->
                                                        Forecasts.weighed(
                                                                finding(deadline, p, facts), p)));
    }

    private Finding finding(Stated<LocalDate> deadline, Promise<Time> promise, Facts facts) {
        Plan plan = facts.plan();
        return finding(
                deadline.range(),
                plan.id().child("scope").child("budget"),
                Message.of(
                        name(),
                        "The release is likely on {likely}, and by {needed} at {confidence}; the"
                                + " deadline is {deadline}, which holds with a chance of {chance}."
                                + " The longest chain is {chain}.",
                        "likely",
                        plan.day(promise.range().likely()).toString(),
                        "needed",
                        plan.day(promise.needed()).toString(),
                        "confidence",
                        promise.confidence().toString(),
                        "deadline",
                        deadline.value().toString(),
                        "chance",
                        promise.chanceText(),
                        "chain",
                        Wording.chain(critical(facts))),
                fixes(promise, facts));
    }

    /** What does alone; of each role as few more people as do. */
    private static List<Fix> fixes(Promise<Time> promise, Facts facts) {
        Plan plan = facts.plan();
        List<Fix> fixes = new ArrayList<>();
        Stream.concat(
                        PlanVariants.fewerRounds(plan).flatMap(v -> keeping(v, facts).stream()),
                        roles(facts).stream()
                                .flatMap(
                                        role ->
                                                PlanVariants.morePeople(role, plan)
                                                        .flatMap(v -> keeping(v, facts).stream())
                                                        .findFirst()
                                                        .stream()))
                .limit(MOST_FIXES - 1)
                .forEach(fixes::add);
        String day = plan.day(promise.needed()).toString();
        fixes.add(
                Fix.of(
                                "Move it to " + day,
                                new Change.Set(
                                        plan.id().child("scope").child("budget"), "deadline", day))
                        .bringing("chance", promise.confidence().toString()));
        return fixes;
    }

    /** The roles whose work the finish waits for, in the order of the work. */
    private static List<Role> roles(Facts facts) {
        Plan plan = facts.plan();
        List<String> critical = critical(facts);
        return plan.work().stream()
                .filter(work -> critical.contains(work.name()))
                .flatMap(work -> facts.get(WorkEffortEstimation.class, work).stream())
                .flatMap(effort -> effort.crew().stream())
                .map(crew -> crew.role())
                .distinct()
                .flatMap(role -> plan.team().role(role).stream())
                .toList();
    }

    private static List<String> critical(Facts facts) {
        return facts.get(WorkDatesEstimation.class, facts.plan())
                .map(WorkDatesEstimation::critical)
                .orElse(List.of());
    }

    private static Optional<Fix> keeping(PlanVariant variant, Facts facts) {
        return Forecasts.keptFinish(facts.of(variant.plan()))
                .map(
                        kept ->
                                variant.fix()
                                        .bringing(
                                                "finish",
                                                facts.plan().day(kept.needed()).toString()));
    }
}
