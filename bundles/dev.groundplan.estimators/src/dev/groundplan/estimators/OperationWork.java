package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Repeat;
import dev.groundplan.core.plan.ResponseWork;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What people do after release, a month: support, reading answers, taking over, doing again. */
final class OperationWork {
    private final String estimator;
    private final Plan plan;
    private final Facts facts;

    private OperationWork(String estimator, Plan plan, Facts facts) {
        this.estimator = estimator;
        this.plan = plan;
        this.facts = facts;
    }

    static List<RunCostEstimation.Part> costs(String estimator, Plan plan, Facts facts) {
        OperationWork work = new OperationWork(estimator, plan, facts);
        Operation operation = plan.operation();
        List<RunCostEstimation.Part> parts = new ArrayList<>();
        work.support().ifPresent(cost -> parts.add(part(cost, false)));
        operation
                .review()
                .flatMap(r -> work.answers(r, "review", "Reading of answers", ResponseLoad.READING))
                .ifPresent(cost -> parts.add(part(cost, true)));
        operation
                .escalate()
                .flatMap(
                        r ->
                                work.answers(
                                        r,
                                        "escalate",
                                        "Answers that people take over",
                                        ResponseLoad.TAKING_OVER))
                .ifPresent(cost -> parts.add(part(cost, true)));
        operation.repeats().stream()
                .flatMap(repeat -> work.repeat(repeat).stream())
                .forEach(cost -> parts.add(part(cost, false)));
        return parts;
    }

    private static RunCostEstimation.Part part(Estimate<PricePerMonth> cost, boolean grows) {
        return new RunCostEstimation.Part(cost, grows, true);
    }

    private Optional<Estimate<PricePerMonth>> support() {
        return plan.operation()
                .support()
                .flatMap(
                        support -> {
                            Calculation c = new Calculation(estimator, "cost = E·rate");
                            Calculation.Term effort =
                                    c.range("E", "support a month", support.amount());
                            return priced(
                                    c,
                                    support.by(),
                                    "hand-over",
                                    key("support"),
                                    "Support",
                                    effort::value);
                        });
    }

    /**
     * @param kind of work that says who does it where the file does not
     */
    private Optional<Estimate<PricePerMonth>> answers(
            ResponseWork work, String name, String title, String kind) {
        Load load = Load.of(facts, Optional.empty());
        Calculation c = new Calculation(estimator, "cost = λ·active·730 h·s·t·rate");
        Calculation.Term rate = c.range("λ", "requests at a usual hour", load.usual());
        Calculation.Term active =
                c.exact("active", "share of the day with requests", load.active());
        Calculation.Term share = c.range("s", "share of the answers", work.share());
        Calculation.Term time =
                work.time()
                        .map(t -> c.range("t", "time for each", t))
                        .orElseGet(() -> c.prior("t", facts, "review.answer", Dimension.TIME));
        return priced(
                c,
                work.by(),
                kind,
                key(name),
                title,
                () ->
                        ResponseLoad.month(
                                        rate.value(), active.value(), share.value(), time.value())
                                .value());
    }

    /** One round of the step and one of its runs, so often. */
    private Optional<Estimate<PricePerMonth>> repeat(Repeat repeat) {
        Optional<Work> step =
                plan.work().stream().filter(w -> w.name().equals(repeat.step())).findFirst();
        Optional<WorkEffortEstimation> takes =
                step.flatMap(w -> facts.get(WorkEffortEstimation.class, w));
        Optional<Estimate<Effort>> round =
                takes.flatMap(t -> t.round().isPresent() ? t.round() : t.effort());
        if (round.isEmpty() || repeat.every().filter(t -> t.value().value() > 0).isEmpty()) {
            return Optional.empty();
        }
        String role = takes.get().crew().orElseThrow().role();
        Optional<Stated<Uncertain<PricePerDay>>> price = Staffing.rate(role, facts);
        if (price.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(estimator, "cost = (E·rate + C/R)/every");
        Calculation.Term effort = c.result("E", round.get());
        Calculation.Term rate = c.range("rate", "rate of " + role, price.get());
        Calculation.Term every = c.exact("every", "time between", repeat.every().get());
        DoubleSupplier runs = run(c, step.get());
        return Exchange.rate(c, plan, price.get().value().likely().currency())
                .flatMap(
                        x ->
                                c.of(
                                        key("repeat", repeat.step()),
                                        "Doing " + repeat.step() + " again",
                                        a -> new PricePerMonth(Exchange.money(plan, a)),
                                        () ->
                                                (effort.value() * rate.value() * x.getAsDouble()
                                                                + runs.getAsDouble())
                                                        / Time.seconds(every.value()).months()));
    }

    /** One run of a stage that trains. */
    private DoubleSupplier run(Calculation c, Work step) {
        return step.stage()
                .flatMap(
                        stage ->
                                facts.get(TrainingCostEstimation.class, stage)
                                        .flatMap(
                                                cost ->
                                                        facts.get(
                                                                        TrainingTimeEstimation
                                                                                .class,
                                                                        stage)
                                                                .map(time -> one(c, cost, time))))
                .orElse(() -> 0);
    }

    private static DoubleSupplier one(
            Calculation c, TrainingCostEstimation cost, TrainingTimeEstimation time) {
        Calculation.Term all = c.result("C", cost.cost());
        Calculation.Term runs = c.result("R", time.runs());
        return () -> runs.value() > 0 ? all.value() / runs.value() : 0;
    }

    /**
     * @param days of work a month
     */
    private Optional<Estimate<PricePerMonth>> priced(
            Calculation c,
            Optional<Stated<String>> by,
            String kind,
            ResultKey key,
            String title,
            DoubleSupplier days) {
        String role = by.map(Stated::value).orElseGet(() -> Staffing.role(kind, facts));
        return Staffing.rate(role, facts)
                .flatMap(
                        price -> {
                            Calculation.Term rate = c.range("rate", "rate of " + role, price);
                            return Exchange.rate(c, plan, price.value().likely().currency())
                                    .flatMap(
                                            x ->
                                                    c.of(
                                                            key,
                                                            title,
                                                            a ->
                                                                    new PricePerMonth(
                                                                            Exchange.money(
                                                                                    plan, a)),
                                                            () ->
                                                                    days.getAsDouble()
                                                                            * rate.value()
                                                                            * x.getAsDouble()));
                        });
    }

    private static ResultKey key(String... rest) {
        return new Keys("run", "cost").key(rest);
    }
}
