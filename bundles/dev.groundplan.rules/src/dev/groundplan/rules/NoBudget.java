package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Figure;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A project that may cost whatever it costs. */
public final class NoBudget implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public boolean needsForecast() {
        return true;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Budget budget = plan.scope().budget();
        boolean capped = budget.build().isPresent() || budget.run().isPresent();
        return capped || !Brief.isWritten(plan) ? Stream.empty() : Stream.of(finding(facts));
    }

    private Finding finding(Facts facts) {
        Plan plan = facts.plan();
        Budget budget = plan.scope().budget();
        Optional<Money> build = Forecasts.build(facts).map(Promise::needed);
        Optional<PricePerMonth> run = Forecasts.run(facts).map(Promise::needed);
        List<String> costs = new ArrayList<>();
        build.ifPresent(cost -> costs.add(Figure.of(cost) + " to build"));
        run.ifPresent(cost -> costs.add(Figure.of(cost) + " to run"));
        return finding(
                budget.range().isKnown() ? budget.range() : plan.scope().range(),
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "Nothing says what {project} may cost, so no plan is too dear for it."
                                + "{estimate} Cap `build`, `run` or both.",
                        "project",
                        plan.name(),
                        "estimate",
                        costs.isEmpty()
                                ? ""
                                : " By the estimate it takes "
                                        + Wording.allOf(costs)
                                        + ", each with a probability of "
                                        + budget.confidence().value()
                                        + "."),
                costs.isEmpty() ? List.of() : List.of(fix(build, run, plan)));
    }

    private static Fix fix(Optional<Money> build, Optional<PricePerMonth> run, Plan plan) {
        List<String> caps = new ArrayList<>();
        build.ifPresent(cost -> caps.add("build " + Written.money(cost)));
        run.ifPresent(cost -> caps.add("run " + Written.money(cost)));
        String text = String.join("  ", caps);
        SubjectId scope = plan.id().child("scope");
        return Fix.of(
                        "Cap it where the estimate is",
                        plan.scope().budget().range().isKnown()
                                ? new Change.Insert(scope.child("budget"), text)
                                : new Change.Insert(scope, "budget { " + text + " }"))
                .bringing("to do", "agree on it with who pays");
    }
}
