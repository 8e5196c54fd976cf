package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Time;
import dev.groundplan.estimators.WorkDatesEstimation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    public Stream<Finding> check(Facts facts) {
        return facts.plan().scope().budget().deadline().stream()
                // one that lies before the start, or that holidays reach, is another finding
                .filter(deadline -> deadline.value().isAfter(facts.plan().firstDay()))
                .filter(deadline -> new EmptyCalendar().check(facts).findAny().isEmpty())
                .flatMap(
                        deadline ->
                                promise(facts, facts.plan())
                                        .filter(Promise::isBroken)
                                        .map(p -> p.weighed(finding(deadline, p, facts)))
                                        .stream());
    }

    private static Optional<Promise<Time>> promise(Facts facts, Plan plan) {
        Budget budget = plan.scope().budget();
        return Finish.of(facts)
                .flatMap(
                        finish ->
                                Promise.of(
                                        finish,
                                        Time.days(
                                                ChronoUnit.DAYS.between(
                                                        plan.firstDay(),
                                                        // its last moment counts
                                                        budget.deadline()
                                                                .orElseThrow()
                                                                .value()
                                                                .plusDays(1))),
                                        budget));
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
                        plan.day(promise.estimated().likely()).toString(),
                        "needed",
                        plan.day(promise.needed()).toString(),
                        "confidence",
                        promise.confidence().toString(),
                        "deadline",
                        deadline.value().toString(),
                        "chance",
                        promise.chance(),
                        "chain",
                        Wording.chain(
                                facts.get(WorkDatesEstimation.class, plan)
                                        .map(WorkDatesEstimation::critical)
                                        .orElse(List.of()))),
                fixes(promise, facts));
    }

    /** What does alone; of each role as few more people as do. */
    private static List<Fix> fixes(Promise<Time> promise, Facts facts) {
        Plan plan = facts.plan();
        List<Fix> fixes = new ArrayList<>();
        Stream.concat(
                        PlanVariants.fewerRounds(plan).flatMap(v -> keeping(v, facts).stream()),
                        Finish.roles(facts).stream()
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

    private static Optional<Fix> keeping(PlanVariant variant, Facts facts) {
        return promise(facts.of(variant.plan()), variant.plan())
                .filter(kept -> !kept.isBroken())
                .map(
                        kept ->
                                variant.fix()
                                        .bringing(
                                                "finish",
                                                facts.plan().day(kept.needed()).toString()));
    }
}
