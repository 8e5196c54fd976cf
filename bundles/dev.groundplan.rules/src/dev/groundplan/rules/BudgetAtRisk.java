package dev.groundplan.rules;

import dev.groundplan.core.analysis.Driver;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Money;
import dev.groundplan.estimators.ProjectTotalsEstimation;
import java.util.List;
import java.util.stream.Stream;

/** A build budget that will not do with the probability that is asked for. */
public final class BudgetAtRisk implements Rule {
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
        return facts.plan().scope().budget().build().stream()
                .flatMap(
                        cap ->
                                Forecasts.brokenBuild(facts).stream()
                                        .map(promise -> finding(cap, promise, facts)));
    }

    private Finding finding(Stated<Money> cap, Promise<Money> promise, Facts facts) {
        OverBudget<Money> over = new OverBudget<>(facts.plan(), promise, "build");
        return Forecasts.weighed(
                finding(
                        cap.range(),
                        OverBudget.subject(facts.plan()),
                        over.message(name(), "Building", Wording.hangsOn(drivers(facts))),
                        over.fixes(
                                PlanVariants.fewerRounds(facts.plan()),
                                variant ->
                                        Forecasts.keptBuild(facts.of(variant.plan())).stream()
                                                .map(
                                                        kept ->
                                                                new OverBudget.Way<>(
                                                                        variant, kept.needed())),
                                variant -> true,
                                Long.MAX_VALUE,
                                "Ask for ")),
                promise);
    }

    private static List<String> drivers(Facts facts) {
        return facts
                .get(ProjectTotalsEstimation.class, facts.plan())
                .flatMap(ProjectTotalsEstimation::build)
                .stream()
                .flatMap(cost -> Driver.of(cost).stream())
                .limit(MOST_NAMED)
                .map(driver -> driver.input().meaning())
                .toList();
    }
}
