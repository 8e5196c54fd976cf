package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Cost;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Risk;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A cost that is paid once or until release, besides people and accelerators.
 *
 * @param cost in the project's currency
 * @param from time since the start of the project at which it is paid, or begins
 * @param to when it ends; the same as its beginning when it is paid at once
 * @param afterRelease whether it is paid when the application is out, and so not part of building
 */
record ExtraCost(Estimate<Money> cost, Time from, Time to, boolean afterRelease) {

    /** The cost lines and the risks of a project. */
    static List<ExtraCost> of(String estimator, Plan plan, Facts facts) {
        Optional<WorkDatesEstimation> dates = facts.get(WorkDatesEstimation.class, plan);
        List<ExtraCost> all = new ArrayList<>();
        for (Cost line : plan.costs().costs()) {
            once(estimator, plan, line, dates).ifPresent(all::add);
            untilRelease(estimator, plan, line, dates).ifPresent(all::add);
        }
        all.addAll(embedded(plan, facts, dates));
        all.addAll(judged(estimator, plan, facts, dates));
        Time end = dates.map(d -> d.finish().value().likely()).orElse(Time.seconds(0));
        for (Risk risk : plan.risks()) {
            risk(estimator, plan, risk)
                    .ifPresent(cost -> all.add(new ExtraCost(cost, Time.seconds(0), end, false)));
        }
        return List.copyOf(all);
    }

    /** Of each corpus, once, when its index is set up. */
    private static List<ExtraCost> embedded(
            Plan plan, Facts facts, Optional<WorkDatesEstimation> dates) {
        List<ExtraCost> all = new ArrayList<>();
        for (AugmentationStep step : plan.augmentation().steps()) {
            Time from = dates.flatMap(d -> d.start(step.name())).orElse(Time.seconds(0));
            facts.get(RetrievalEstimation.class, step)
                    .flatMap(RetrievalEstimation::cost)
                    .ifPresent(cost -> all.add(new ExtraCost(cost, from, from, false)));
        }
        return all;
    }

    /** Of each metric that a model judges, in every round until the gate. */
    private static List<ExtraCost> judged(
            String estimator, Plan plan, Facts facts, Optional<WorkDatesEstimation> dates) {
        List<ExtraCost> all = new ArrayList<>();
        Time end = dates.map(d -> d.finish().value().likely()).orElse(Time.seconds(0));
        for (Gate gate : plan.evaluation().gates()) {
            facts.get(GateEstimation.class, gate).stream()
                    .flatMap(known -> known.judging().stream())
                    .forEach(
                            once ->
                                    rounds(estimator, plan, once)
                                            .ifPresent(
                                                    cost ->
                                                            all.add(
                                                                    new ExtraCost(
                                                                            cost,
                                                                            Time.seconds(0),
                                                                            end,
                                                                            false))));
        }
        return all;
    }

    private static Optional<Estimate<Money>> rounds(
            String estimator, Plan plan, Estimate<Money> once) {
        Calculation c = new Calculation(estimator, "cost = once·rounds");
        Calculation.Term pass = c.result("once", once);
        DoubleSupplier rounds =
                plan.iteration()
                        .flatMap(Iteration::rounds)
                        .<DoubleSupplier>map(
                                r -> c.range("rounds", "rounds until the gate", r)::value)
                        .orElse(() -> 1);
        return c.of(
                new Keys("cost").key(once.key().segments().toArray(String[]::new)),
                once.title().replace(" once", ""),
                amount -> Exchange.money(plan, amount),
                () -> pass.value() * rounds.getAsDouble());
    }

    private static Optional<ExtraCost> once(
            String estimator, Plan plan, Cost line, Optional<WorkDatesEstimation> dates) {
        if (line.once().isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(estimator, "cost = as the file says");
        Calculation.Term amount = c.range("cost", line.name(), line.once().get());
        Time from = begin(line, dates);
        return priced(
                        c,
                        plan,
                        line.once().get().value().likely().currency(),
                        key(line),
                        title(line),
                        amount::value)
                .map(cost -> new ExtraCost(cost, from, from, isAfterRelease(line)));
    }

    /** What is paid a month and begins before the release. */
    private static Optional<ExtraCost> untilRelease(
            String estimator, Plan plan, Cost line, Optional<WorkDatesEstimation> dates) {
        if (line.monthly().isEmpty() || isAfterRelease(line) || dates.isEmpty()) {
            return Optional.empty();
        }
        Time from = begin(line, dates);
        Time to = dates.get().finish().value().likely();
        if (from.compareTo(to) >= 0) {
            return Optional.empty();
        }
        Calculation c = new Calculation(estimator, "cost = price·(T − t)");
        Calculation.Term price = c.range("price", line.name(), line.monthly().get());
        Calculation.Term end = c.result("T", dates.get().finish());
        c.shown(Input.of("t", "time from which it is paid", Stated.written(from, line.range())));
        return priced(
                        c,
                        plan,
                        line.monthly().get().value().likely().currency(),
                        key(line),
                        title(line) + ", until release",
                        () ->
                                price.value()
                                        * Time.seconds(Math.max(0, end.value() - from.value()))
                                                .months())
                .map(cost -> new ExtraCost(cost, from, to, false));
    }

    /** What a risk costs on average: nothing most of the time, or all of it. */
    private static Optional<Estimate<Money>> risk(String estimator, Plan plan, Risk risk) {
        if (risk.probability().isEmpty() || risk.cost().isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(estimator, "cost = p·c");
        Calculation.Term chance =
                c.range("p", "probability of " + risk.name(), risk.probability().get());
        Calculation.Term cost = c.range("c", "cost of " + risk.name(), risk.cost().get());
        return priced(
                c.note("its mean: it comes as a whole or not at all"),
                plan,
                risk.cost().get().value().likely().currency(),
                new Keys("cost").key("risk", risk.name()),
                "Risk: " + risk.label().orElse(risk.name()),
                () -> chance.value() * cost.value());
    }

    private static Optional<Estimate<Money>> priced(
            Calculation c,
            Plan plan,
            CurrencyCode currency,
            ResultKey key,
            String title,
            DoubleSupplier value) {
        return Exchange.rate(c, plan, currency)
                .flatMap(
                        rate ->
                                c.of(
                                        key,
                                        title,
                                        amount -> Exchange.money(plan, amount),
                                        () -> value.getAsDouble() * rate.getAsDouble()));
    }

    private static boolean isAfterRelease(Cost line) {
        return line.from().filter(Milestone.RELEASE::equals).isPresent();
    }

    private static Time begin(Cost line, Optional<WorkDatesEstimation> dates) {
        return line.from()
                .flatMap(
                        step ->
                                isAfterRelease(line)
                                        ? dates.map(d -> d.finish().value().likely())
                                        : dates.flatMap(d -> d.start(step)))
                .orElse(Time.seconds(0));
    }

    private static ResultKey key(Cost line) {
        return new Keys("cost").key("line", line.name());
    }

    private static String title(Cost line) {
        return line.label().orElse(line.name());
    }
}
