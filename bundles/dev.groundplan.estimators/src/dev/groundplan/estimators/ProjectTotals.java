package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import java.util.ArrayList;
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
        List<Estimate<Money>> extra =
                ExtraCost.of(NAME, plan, facts).stream()
                        .filter(cost -> !cost.afterRelease())
                        .map(ExtraCost::cost)
                        .toList();
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
                        extra,
                        build(people, training, extra),
                        facts.get(RunCostEstimation.class, plan).flatMap(RunCostEstimation::month),
                        facts.get(WorkDatesEstimation.class, plan)));
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
            Optional<Estimate<Money>> people,
            Optional<Estimate<Money>> training,
            List<Estimate<Money>> extra) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        return Calculation.sum(
                NAME,
                new Keys("build").key("cost"),
                "Cost until release",
                Stream.concat(Stream.concat(people.stream(), training.stream()), extra.stream())
                        .toList(),
                List.of(
                        "people, labels among them, accelerators, judges, embedding, cost lines,"
                                + " and risks at their mean; licences are not in it"));
    }
}
