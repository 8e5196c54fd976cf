package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.BusinessValue;
import dev.groundplan.core.plan.Cost;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.estimators.Growth;
import dev.groundplan.estimators.RunCostEstimation;
import dev.groundplan.estimators.Span;
import dev.groundplan.planner.simulation.Drawn;
import dev.groundplan.planner.simulation.Flow;
import dev.groundplan.planner.simulation.ModelBuilder;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What is paid and earned after the release, by the draws that {@link RunForecast} has. */
record LaterInputs(ProjectModel project, ModelBuilder builder, Facts facts) {
    private static final String VALUE = "value";

    void add(Plan plan) {
        builder.afterRelease();
        plan.costs().costs().stream()
                .filter(line -> line.from().filter(Milestone.RELEASE::equals).isPresent())
                .forEach(this::atRelease);
        facts.get(RunCostEstimation.class, plan).stream()
                .flatMap(running -> running.parts().stream())
                .forEach(this::running);
        plan.scope().value().ifPresent(this::value);
        int growth =
                Growth.of(plan)
                        .map(g -> builder.input(new Drawn("requests", "growth"), g.value()))
                        .orElse(ModelBuilder.SAME);
        builder.spans(Span.of(facts).stream().map(Span::counted).toList(), growth);
    }

    private void atRelease(Cost line) {
        line.once()
                .ifPresent(
                        price ->
                                project.priced(
                                                line.name(),
                                                "once",
                                                price.value(),
                                                price.value().likely().currency())
                                        .ifPresent(
                                                inputs ->
                                                        builder.later(
                                                                Flow.AT_RELEASE,
                                                                Ratio.ONE,
                                                                inputs)));
    }

    private void running(RunCostEstimation.Part part) {
        int month = project.price(RunForecast.drawn(part), part.month());
        builder.later(part.grows() ? Flow.GROWING : Flow.MONTHLY, Ratio.ONE, month);
    }

    /** What people's time is worth does not move with the prices of the project. */
    private void value(BusinessValue value) {
        if (value.volume().isEmpty() || value.saves().isEmpty()) {
            return;
        }
        var saves = value.saves().get().value();
        OptionalInt worth = project.worth(saves.likely().currency());
        if (worth.isEmpty()) {
            return;
        }
        IntStream handled =
                IntStream.of(
                        builder.input(new Drawn(VALUE, "volume"), value.volume().get().value()));
        int[] transactions =
                value.share()
                        .map(
                                share ->
                                        IntStream.concat(
                                                handled,
                                                IntStream.of(
                                                        builder.input(
                                                                new Drawn(VALUE, "share"),
                                                                share.value()))))
                        .orElse(handled)
                        .toArray();
        int saved = builder.input(new Drawn(VALUE, "saves"), saves);
        int[] money =
                IntStream.concat(Arrays.stream(transactions), IntStream.of(saved, worth.getAsInt()))
                        .toArray();
        Ratio month = new Ratio(Time.months(1).value());
        builder.later(Flow.HANDLED, month, transactions).later(Flow.EARNED, month, money);
    }
}
