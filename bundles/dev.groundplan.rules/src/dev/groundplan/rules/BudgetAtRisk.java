package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Driver;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Money;
import dev.groundplan.estimators.ProjectTotalsEstimation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A build budget that will not do with the probability that is asked for. */
public final class BudgetAtRisk implements Rule {
    private static final int MOST_NAMED = 3;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Budget budget = facts.plan().scope().budget();
        return budget.build().stream()
                .flatMap(
                        cap ->
                                cost(facts).stream()
                                        .flatMap(cost -> finding(cap, cost, facts).stream()));
    }

    private static Optional<Estimate<Money>> cost(Facts facts) {
        return facts.get(ProjectTotalsEstimation.class, facts.plan())
                .flatMap(ProjectTotalsEstimation::build);
    }

    private Optional<Finding> finding(Stated<Money> cap, Estimate<Money> cost, Facts facts) {
        Budget budget = facts.plan().scope().budget();
        return Promise.of(cost.value(), cap.value(), budget)
                .filter(Promise::isBroken)
                .map(
                        promise ->
                                promise.weighed(
                                        finding(
                                                cap.range(),
                                                facts.plan().id().child("scope").child("budget"),
                                                message(promise, cost),
                                                fixes(promise, facts))));
    }

    private Message message(Promise<Money> promise, Estimate<Money> cost) {
        return Message.of(
                name(),
                "Building is likely to cost {likely}, and {needed} at {confidence}; the budget is"
                        + " {cap}, which suffices with a chance of {chance}.{drivers}",
                "likely",
                cost.value().likely().toString(),
                "needed",
                promise.needed().toString(),
                "confidence",
                promise.confidence().toString(),
                "cap",
                promise.limit().toString(),
                "chance",
                promise.chance(),
                "drivers",
                Wording.hangsOn(
                        Driver.of(cost).stream()
                                .limit(MOST_NAMED)
                                .map(driver -> driver.input().meaning())
                                .toList()));
    }

    /** What does alone, cheapest first; else more money. */
    private static List<Fix> fixes(Promise<Money> promise, Facts facts) {
        record Way(PlanVariant variant, Money needed) {}
        Budget budget = facts.plan().scope().budget();
        List<Fix> fixes = new ArrayList<>();
        PlanVariants.fewerRounds(facts.plan())
                .flatMap(
                        variant ->
                                cost(facts.of(variant.plan()))
                                        .flatMap(
                                                c -> Promise.of(c.value(), promise.limit(), budget))
                                        .filter(kept -> !kept.isBroken())
                                        .map(kept -> new Way(variant, kept.needed()))
                                        .stream())
                .sorted(Comparator.comparing(Way::needed))
                .map(way -> way.variant().fix().bringing("cost", way.needed().toString()))
                .forEach(fixes::add);
        String enough = Written.money(promise.needed());
        fixes.add(
                Fix.of(
                                "Ask for " + enough,
                                new Change.Set(
                                        facts.plan().id().child("scope").child("budget"),
                                        "build",
                                        enough))
                        .bringing("chance", promise.confidence().toString()));
        return fixes;
    }
}
