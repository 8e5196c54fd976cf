package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.estimators.RunCostEstimation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A monthly budget that running the application will exceed. */
public final class RunCostOverBudget implements Rule {
    private static final int MOST_FIXES = 4;

    private static final int MOST_NAMED = 3;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Budget budget = facts.plan().scope().budget();
        return budget.run().stream()
                .flatMap(
                        cap ->
                                month(facts).stream()
                                        .flatMap(cost -> finding(cap, cost, facts).stream()));
    }

    private static Optional<Estimate<PricePerMonth>> month(Facts facts) {
        return facts.get(RunCostEstimation.class, facts.plan()).flatMap(RunCostEstimation::month);
    }

    private Optional<Finding> finding(
            Stated<PricePerMonth> cap, Estimate<PricePerMonth> cost, Facts facts) {
        Budget budget = facts.plan().scope().budget();
        return Promise.of(cost.value(), cap.value(), budget)
                .filter(Promise::isBroken)
                .map(
                        promise ->
                                promise.weighed(
                                        finding(
                                                cap.range(),
                                                facts.plan().id().child("scope").child("budget"),
                                                message(promise, cost, facts),
                                                fixes(promise, facts))));
    }

    private Message message(
            Promise<PricePerMonth> promise, Estimate<PricePerMonth> cost, Facts facts) {
        return Message.of(
                name(),
                "Running is likely to cost {likely}, and {needed} at {confidence}; the budget is"
                        + " {cap}, which suffices with a chance of {chance}. Most goes to {parts}.",
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
                "parts",
                Wording.allOf(parts(facts)));
    }

    /** Largest first. */
    private static List<String> parts(Facts facts) {
        return facts.get(RunCostEstimation.class, facts.plan()).orElseThrow().parts().stream()
                .map(RunCostEstimation.Part::month)
                .sorted(
                        Comparator.comparingDouble(
                                        (Estimate<PricePerMonth> part) ->
                                                part.value().likely().value())
                                .reversed())
                .limit(MOST_NAMED)
                .map(part -> part.title() + " (" + part.value().likely() + ")")
                .toList();
    }

    /** What does alone and breaks nothing else, cheapest first; else more money. */
    private static List<Fix> fixes(Promise<PricePerMonth> promise, Facts facts) {
        record Way(PlanVariant variant, PricePerMonth likely) {}
        Budget budget = facts.plan().scope().budget();
        List<Fix> fixes = new ArrayList<>();
        Stream.concat(PlanVariants.otherServing(facts), PlanVariants.otherEndpoints(facts.plan()))
                .flatMap(
                        variant ->
                                month(facts.of(variant.plan()))
                                        .filter(
                                                c ->
                                                        Promise.of(
                                                                        c.value(),
                                                                        promise.limit(),
                                                                        budget)
                                                                .filter(kept -> !kept.isBroken())
                                                                .isPresent())
                                        .map(c -> new Way(variant, c.value().likely()))
                                        .stream())
                .sorted(Comparator.comparing(Way::likely))
                .filter(way -> Serves.well(facts.of(way.variant().plan())))
                .limit(MOST_FIXES - 1)
                .map(way -> way.variant().fix().bringing("cost", way.likely().toString()))
                .forEach(fixes::add);
        String enough = Written.money(promise.needed());
        fixes.add(
                Fix.of(
                                "Allow " + enough,
                                new Change.Set(
                                        facts.plan().id().child("scope").child("budget"),
                                        "run",
                                        enough))
                        .bringing("chance", promise.confidence().toString()));
        return fixes;
    }
}
