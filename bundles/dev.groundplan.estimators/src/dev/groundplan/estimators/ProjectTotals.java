package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Effort, cost and duration of the whole project. */
public final class ProjectTotals implements Estimator<Plan, ProjectTotalsEstimation> {
    private static final String NAME = ProjectTotals.class.getSimpleName();

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<ProjectTotalsEstimation> estimation() {
        return ProjectTotalsEstimation.class;
    }

    @Override
    public Optional<ProjectTotalsEstimation> estimate(Plan plan, Facts facts) {
        Map<Work, WorkEffortEstimation> work = work(plan, facts);
        List<ProjectTotalsEstimation.RoleShare> roles = roles(work, facts);
        Optional<Estimate<Money>> people = people(roles);
        Optional<Estimate<Money>> training = training(plan, facts);
        Optional<Estimate<Time>> duration = duration(work, facts);
        return Optional.of(
                new ProjectTotalsEstimation(
                        Calculation.sum(
                                NAME,
                                new Keys("effort").key(),
                                "Effort",
                                work.values().stream().flatMap(e -> e.effort().stream()).toList(),
                                List.of("of people, until release")),
                        roles,
                        people,
                        training,
                        build(people, training),
                        run(plan, facts),
                        duration,
                        duration.flatMap(d -> finish(plan, d)),
                        new CriticalPath(
                                        List.copyOf(work.keySet()),
                                        w -> work.get(w).duration().value().likely().value())
                                .names()));
    }

    private static Map<Work, WorkEffortEstimation> work(Plan plan, Facts facts) {
        Map<Work, WorkEffortEstimation> known = new LinkedHashMap<>();
        for (Work work : plan.work()) {
            facts.get(WorkEffortEstimation.class, work).ifPresent(e -> known.put(work, e));
        }
        return known;
    }

    private static List<ProjectTotalsEstimation.RoleShare> roles(
            Map<Work, WorkEffortEstimation> work, Facts facts) {
        Map<String, List<Estimate<Effort>>> byRole = new TreeMap<>();
        for (WorkEffortEstimation step : work.values()) {
            step.effort()
                    .ifPresent(
                            effort ->
                                    byRole.computeIfAbsent(
                                                    step.crew().orElseThrow().role(),
                                                    r -> new ArrayList<>())
                                            .add(effort));
        }
        List<ProjectTotalsEstimation.RoleShare> shares = new ArrayList<>();
        byRole.forEach(
                (role, efforts) ->
                        Calculation.sum(
                                        NAME,
                                        new Keys("effort").key("by-role", role),
                                        "Effort of " + role,
                                        efforts,
                                        List.of())
                                .ifPresent(
                                        effort ->
                                                shares.add(
                                                        new ProjectTotalsEstimation.RoleShare(
                                                                role,
                                                                effort,
                                                                cost(role, effort, facts)))));
        return shares;
    }

    private static Optional<Estimate<Money>> cost(
            String role, Estimate<Effort> effort, Facts facts) {
        return Staffing.rate(role, facts)
                .flatMap(
                        rate -> {
                            Calculation c = new Calculation(NAME, "cost = E·rate");
                            Calculation.Term e = c.result("E", effort);
                            Calculation.Term r = c.range("rate", "rate of " + role, rate);
                            return Exchange.rate(c, facts.plan(), rate.value().likely().currency())
                                    .flatMap(
                                            exchange ->
                                                    c.of(
                                                            new Keys("cost").key("people", role),
                                                            "Cost of " + role,
                                                            amount ->
                                                                    Exchange.money(
                                                                            facts.plan(), amount),
                                                            () ->
                                                                    e.value()
                                                                            * r.value()
                                                                            * exchange
                                                                                    .getAsDouble()));
                        });
    }

    /** Empty when a role has no rate: a sum without it would claim too little. */
    private static Optional<Estimate<Money>> people(List<ProjectTotalsEstimation.RoleShare> roles) {
        List<Estimate<Money>> costs =
                roles.stream().flatMap(share -> share.cost().stream()).toList();
        return costs.size() < roles.size()
                ? Optional.empty()
                : Calculation.sum(
                        NAME, new Keys("cost").key("people"), "Cost of people", costs, List.of());
    }

    private static Optional<Estimate<Money>> training(Plan plan, Facts facts) {
        List<Estimate<Money>> costs = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            facts.get(TrainingCostEstimation.class, stage).ifPresent(e -> costs.add(e.cost()));
        }
        List<Estimate<Money>> named =
                costs.stream()
                        .map(
                                cost ->
                                        new Estimate<>(
                                                cost.key(),
                                                cost.title()
                                                        + " of "
                                                        + cost.key().segments().get(1),
                                                cost.value(),
                                                cost.derivation()))
                        .toList();
        return Calculation.sum(
                NAME, new Keys("cost").key("training"), "Cost of training", named, List.of());
    }

    private static Optional<Estimate<Money>> build(
            Optional<Estimate<Money>> people, Optional<Estimate<Money>> training) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        return Calculation.sum(
                NAME,
                new Keys("build").key("cost"),
                "Cost until release",
                Stream.concat(people.stream(), training.stream()).toList(),
                List.of(
                        "people, labels among them, and accelerators; licences, risks and cost"
                                + " lines are not in it"));
    }

    private static Optional<Estimate<PricePerMonth>> run(Plan plan, Facts facts) {
        List<Estimate<PricePerMonth>> costs =
                Stream.concat(plan.servings().stream(), plan.models().stream())
                        .flatMap(s -> facts.get(RunningCostEstimation.class, s).stream())
                        .map(RunningCostEstimation::month)
                        .toList();
        return Calculation.sum(
                NAME,
                new Keys("run").key("cost", "month"),
                "Running cost a month",
                costs,
                List.of());
    }

    private static Optional<Estimate<Time>> duration(
            Map<Work, WorkEffortEstimation> work, Facts facts) {
        if (work.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "T = longest chain of work");
        // by identity, for a work's hash is deep; then by place, for the formula is asked often
        Map<Work, Calculation.Term> terms = new IdentityHashMap<>();
        work.forEach((w, e) -> terms.put(w, c.result(w.name(), e.duration())));
        WorkOrder order = new WorkOrder(List.copyOf(work.keySet()));
        Calculation.Term[] placed = new Calculation.Term[order.size()];
        Arrays.setAll(placed, i -> terms.get(order.work(i)));
        double[] durations = new double[placed.length];
        return c.note("work that does not wait for other work runs beside it, whoever does it")
                .of(
                        new Keys("schedule").key("duration"),
                        "Duration of the project",
                        Time::new,
                        () -> {
                            Arrays.setAll(durations, i -> placed[i].value());
                            return new CriticalPath(order, durations).length();
                        });
    }

    private static Optional<Estimate<Time>> finish(Plan plan, Estimate<Time> duration) {
        Stated<LocalDate> start =
                plan.start()
                        .map(day -> Stated.written(day, plan.range()))
                        .orElseGet(
                                () ->
                                        Stated.assumed(
                                                plan.today(), "work starts today", Source.UNKNOWN));
        Calculation c = new Calculation(NAME, "finish = start + T");
        c.shown(Input.of("start", "start of the project", start));
        Calculation.Term t = c.result("T", duration);
        return c.note("given as the time from the start; " + start.value() + " is its day zero")
                .of(new Keys("finish").key(), "Finish, from the start", Time::new, t::value);
    }
}
