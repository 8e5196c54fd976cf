package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Cost;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.Staffing;
import dev.groundplan.estimators.TrainingCostEstimation;
import dev.groundplan.estimators.WorkEffortEstimation;
import dev.groundplan.planner.schedule.Schedule;
import dev.groundplan.planner.schedule.WorkCalendar;
import dev.groundplan.planner.simulation.CostPart;
import dev.groundplan.planner.simulation.Drawn;
import dev.groundplan.planner.simulation.Model;
import dev.groundplan.planner.simulation.ModelBuilder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which of a plan's quantities are drawn, and what they are drawn for. */
final class ProjectModel {
    /** What moves all prices together. */
    static final String PRICES = "prices";

    private static final Ratio ONCE = Ratio.ONE;

    private final Plan plan;
    private final Facts facts;
    private final WorkNetwork work;
    private final ModelBuilder builder;
    private final int team;
    private final int prices;
    private final Ratio teamLoad;
    private final Ratio priceLoad;
    private final Map<String, Optional<int[]>> rates = new HashMap<>();
    private final Map<String, Integer> availabilities = new HashMap<>();
    private final Map<CurrencyCode, OptionalInt> exchange = new HashMap<>();
    private final List<String> unpriced = new ArrayList<>();
    private OptionalInt rounds = OptionalInt.empty();
    private int learning = -1;

    ProjectModel(Plan plan, Facts facts, WorkNetwork work, Schedule schedule) {
        this.plan = plan;
        this.facts = facts;
        this.work = work;
        builder = new ModelBuilder(schedule, plan.currency(), plan.seed());
        team = builder.driver("team");
        prices = builder.driver(PRICES);
        teamLoad = load("simulation.team");
        priceLoad = load("simulation.prices");
        work.release().ifPresent(builder::goal);
        work.rounds().ifPresent(this::loop);
        work.steps().forEach(this::step);
        plan.stages().forEach(this::training);
        plan.costs().costs().forEach(this::line);
        new TokenInputs(this, builder, facts).add(plan, rounds);
        plan.risks().forEach(risk -> new RiskInputs(this, builder).add(risk, work.delays()));
        plan.evaluation().gates().forEach(this::gate);
        new LaterInputs(this, builder, facts).add(plan);
    }

    Model model() {
        return builder.build();
    }

    /** Steps whose people have no rate that the project's currency can be had for. */
    List<String> unpriced() {
        return unpriced;
    }

    private Ratio load(String prior) {
        return new Ratio(facts.prior(prior).value().likely().value());
    }

    private void loop(Uncertain<Count> often) {
        rounds =
                OptionalInt.of(
                        builder.rounds(new Drawn("iteration", "rounds"), often, team, teamLoad));
        learning = builder.input(new Drawn("iteration", "learning"), WorkNetwork.learning(facts));
    }

    private void step(Step step) {
        if (step.takes().isEmpty() || step.work().nature() == Work.Nature.MILESTONE) {
            return;
        }
        WorkEffortEstimation takes = step.takes().get();
        String name = step.work().name();
        if (takes.crew().isPresent() && takes.effort().isPresent()) {
            people(step, takes, takes.crew().get());
        } else {
            int time = builder.input(new Drawn(name, "waiting"), takes.duration().value());
            builder.takes(step.first(), time);
        }
        takes.runs()
                .ifPresent(
                        runs -> {
                            int time = builder.input(new Drawn(name, "runs"), runs.value());
                            Ratio part =
                                    new Ratio(1.0 / (step.isRepeated() ? work.likelyRounds() : 1));
                            for (int i = 0; i < step.parts().size(); i++) {
                                int run = step.parts().get(i).run();
                                builder.takes(run, part, time);
                                inRound(step, run, i, false);
                            }
                        });
    }

    private void people(Step step, WorkEffortEstimation takes, WorkEffortEstimation.Crew crew) {
        int effort =
                builder.input(
                        new Drawn(step.work().name(), "effort"),
                        takes.round().or(takes::effort).orElseThrow().value(),
                        team,
                        teamLoad);
        int slower =
                availabilities.computeIfAbsent(
                        crew.role(),
                        role ->
                                builder.input(
                                        new Drawn(role, "availability"),
                                        crew.availability().value().map(Ratio::inverse)));
        Optional<int[]> rate = rate(crew.role());
        builder.part(part("Cost of " + crew.role(), "cost", "people", crew.role()));
        if (rate.isEmpty()) {
            unpriced.add(step.work().name());
        }
        Ratio people = crew.share().value().times(crew.people().value().value());
        for (int i = 0; i < step.parts().size(); i++) {
            int activity = step.parts().get(i).first();
            builder.work(activity, people, effort).slowed(activity, slower);
            rate.ifPresent(price -> builder.paid(activity, price[0], price[1]));
            inRound(step, activity, i, true);
        }
    }

    private void inRound(Step step, int activity, int index, boolean learned) {
        if (step.isRepeated() && rounds.isPresent()) {
            builder.inRound(
                    activity, rounds.getAsInt(), index + 1, learned ? learning : ModelBuilder.SAME);
        }
    }

    /** The price of a day and what its currency is worth. */
    private Optional<int[]> rate(String role) {
        return rates.computeIfAbsent(
                role,
                name ->
                        Staffing.rate(name, facts)
                                .map(Stated::value)
                                .flatMap(r -> priced(name, "rate", r, r.likely().currency())));
    }

    private void training(Stage stage) {
        facts.get(TrainingCostEstimation.class, stage)
                .ifPresent(
                        training -> {
                            int price =
                                    builder.input(
                                            new Drawn(stage.name(), "training cost"),
                                            training.cost().value(),
                                            prices,
                                            priceLoad);
                            builder.part(
                                    new CostPart(
                                            training.cost().key(),
                                            "Cost of training of " + stage.name()));
                            Optional<Step> step = work.step(stage.name());
                            if (step.isEmpty()) {
                                builder.cost(ONCE, price);
                                return;
                            }
                            boolean repeated = step.get().isRepeated();
                            Ratio part = new Ratio(1.0 / (repeated ? work.likelyRounds() : 1));
                            step.get().parts().forEach(p -> builder.costOf(p.run(), part, price));
                        });
    }

    private void line(Cost line) {
        if (line.from().filter(Milestone.RELEASE::equals).isPresent()) {
            return;
        }
        builder.part(part(line.label().orElse(line.name()), "cost", "line", line.name()));
        line.once()
                .ifPresent(
                        price ->
                                priced(
                                                line.name(),
                                                "once",
                                                price.value(),
                                                price.value().likely().currency())
                                        .ifPresent(inputs -> builder.cost(ONCE, inputs)));
        line.monthly()
                .ifPresent(
                        price ->
                                priced(
                                                line.name(),
                                                "monthly",
                                                price.value(),
                                                price.value().likely().currency())
                                        .ifPresent(inputs -> builder.untilFinish(0, ONCE, inputs)));
    }

    static CostPart part(String title, String... key) {
        return new CostPart(ResultKey.of(key), title);
    }

    int price(String subject, String quantity, Estimate<?> cost) {
        return price(new Drawn(subject, quantity), cost);
    }

    int price(Drawn drawn, Estimate<?> cost) {
        return builder.input(drawn, cost.value(), prices, priceLoad);
    }

    /** Inputs whose product is an amount in the project's currency; none without a rate. */
    Optional<int[]> priced(String subject, String quantity, Uncertain<?> value, CurrencyCode in) {
        OptionalInt worth = worth(in);
        if (worth.isEmpty()) {
            return Optional.empty();
        }
        int price = builder.input(new Drawn(subject, quantity), value, prices, priceLoad);
        return Optional.of(new int[] {price, worth.getAsInt()});
    }

    /** Input of what a unit of that currency is worth in the project's; none without a rate. */
    OptionalInt worth(CurrencyCode currency) {
        return exchange.computeIfAbsent(
                currency,
                code ->
                        (code.equals(plan.currency())
                                        ? Optional.of(Uncertain.exactly(Ratio.ONE))
                                        : plan.worth(code, plan.currency()).map(Stated::value))
                                .map(
                                        rate ->
                                                OptionalInt.of(
                                                        builder.input(
                                                                new Drawn(
                                                                        "exchange",
                                                                        code.toString()),
                                                                rate)))
                                .orElse(OptionalInt.empty()));
    }

    /** A gate that may stop the project does so at the end of its last check. */
    private void gate(Gate gate) {
        Optional<Step> check =
                work.steps().stream()
                        .filter(s -> s.work().about().filter(gate::equals).isPresent())
                        .findFirst();
        if (gate.stop().isEmpty() || check.isEmpty()) {
            return;
        }
        int end = check.get().last();
        if (gate.stop().get().below().isPresent()) {
            int probability =
                    builder.input(
                            new Drawn(gate.name(), "probability"),
                            facts.prior("gate.stop").value());
            builder.stopIf(end, builder.chance(new Drawn(gate.name(), "stops"), probability));
        }
        gate.stop().get().by().ifPresent(day -> builder.stopAfter(end, evening(day.value())));
    }

    /** The end of a day, in minutes. */
    private int evening(LocalDate day) {
        long days = ChronoUnit.DAYS.between(WorkNetwork.first(plan), day) + 1;
        return (int) Math.clamp(days * WorkCalendar.DAY, 0, Integer.MAX_VALUE);
    }
}
