package dev.groundplan.rules;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Figure;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.estimators.RunCostEstimation;
import java.util.Comparator;
import java.util.List;
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
    public boolean needsForecast() {
        return true;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().scope().budget().run().stream()
                .flatMap(
                        cap ->
                                Forecasts.run(facts)
                                        .filter(Promise::isBroken)
                                        .map(promise -> finding(cap, promise, facts))
                                        .stream());
    }

    private Finding finding(
            Stated<PricePerMonth> cap, Promise<PricePerMonth> promise, Facts facts) {
        OverBudget<PricePerMonth> over = new OverBudget<>(facts.plan(), promise, "run");
        return Forecasts.weighed(
                finding(
                        cap.range(),
                        OverBudget.subject(facts.plan()),
                        over.message(
                                name(),
                                "Running",
                                " Most goes to " + Wording.allOf(parts(facts)) + "."),
                        over.fixes(
                                Stream.concat(
                                        PlanVariants.otherServing(facts),
                                        PlanVariants.otherEndpoints(facts.plan())),
                                variant -> way(variant, facts),
                                variant -> Serves.well(facts.of(variant.plan())),
                                MOST_FIXES - 1L,
                                "Allow ")),
                promise);
    }

    /** One that keeps the budget. */
    private static Stream<OverBudget.Way<PricePerMonth>> way(PlanVariant variant, Facts facts) {
        return Forecasts.run(facts.of(variant.plan()))
                .filter(kept -> kept.limit().isPresent() && !kept.isBroken())
                .map(kept -> new OverBudget.Way<>(variant, kept.range().likely()))
                .stream();
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
                .map(part -> part.title() + " (" + Figure.of(part.value().likely()) + ")")
                .toList();
    }
}
