package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Risk;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.WorkEffortEstimation;
import dev.groundplan.planner.schedule.Network;
import dev.groundplan.planner.schedule.NetworkBuilder;
import dev.groundplan.planner.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The work of a plan as a network of activities: people first, then their accelerators; a loop as
 * often as it may go round; a risk's delay behind what it strikes, without length in the plan.
 */
final class WorkNetwork {
    /** Rounds of a loop beyond which the simulation does not go. */
    private static final int MOST_ROUNDS = 10;

    private static final int PERSON = 100;
    private static final WorkCalendar CLOCK = WorkCalendar.elapsed();

    /** A delay of a risk. */
    record Delay(Risk risk, int activity) {}

    private final NetworkBuilder builder = new NetworkBuilder();
    private final Plan plan;
    private final WorkCalendar week;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Integer> roles = new HashMap<>();
    private final AcceleratorPools accelerators;

    /** The activity behind which a step's successors begin, where risks delay it. */
    private final Map<String, Integer> tails = new HashMap<>();

    private final List<Delay> delays = new ArrayList<>();
    private final Optional<Uncertain<Count>> rounds;
    private final int mostRounds;
    private final int likelyRounds;
    private final double learning;

    WorkNetwork(Plan plan, Facts facts) {
        this.plan = plan;
        accelerators = new AcceleratorPools(plan, builder);
        week =
                WorkCalendar.of(
                        first(plan),
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        plan.tasks().holidays());
        rounds = plan.iteration().flatMap(Iteration::rounds).map(Stated::value);
        mostRounds =
                rounds.map(r -> r.isExact() ? r.high() : r.high().times(2))
                        .map(r -> (int) Math.clamp(Math.ceil(r.value()), 1, MOST_ROUNDS))
                        .orElse(1);
        likelyRounds =
                rounds.map(r -> (int) Math.clamp(Math.rint(r.likely().value()), 1, mostRounds))
                        .orElse(1);
        learning = rounds.isPresent() ? learning(facts).likely().value() : 1;
        for (Work work : plan.work()) {
            Optional<WorkEffortEstimation> takes = facts.get(WorkEffortEstimation.class, work);
            steps.put(work.name(), new Step(work, takes, parts(work, takes)));
        }
        plan.risks().forEach(this::delay);
        steps.values().forEach(this::order);
        loop();
    }

    /** The first day of the project. */
    static LocalDate first(Plan plan) {
        return plan.start().orElse(plan.today());
    }

    /** What a round takes of the one before. */
    static Uncertain<Ratio> learning(Facts facts) {
        return facts.prior("iteration.learning").value().map(v -> new Ratio(v.value()));
    }

    Network network() {
        return builder.build();
    }

    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    Optional<Step> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    List<Delay> delays() {
        return delays;
    }

    Optional<Uncertain<Count>> rounds() {
        return rounds;
    }

    int likelyRounds() {
        return likelyRounds;
    }

    /** The point that the deadline is about. */
    OptionalInt release() {
        return step(Milestone.RELEASE).stream().mapToInt(Step::last).findFirst();
    }

    private List<Step.Part> parts(Work work, Optional<WorkEffortEstimation> takes) {
        boolean repeated = takes.flatMap(WorkEffortEstimation::round).isPresent();
        List<Step.Part> parts = new ArrayList<>();
        for (int round = 1; round <= (repeated ? mostRounds : 1); round++) {
            int first = people(work, takes, round);
            Optional<Integer> run =
                    takes.flatMap(WorkEffortEstimation::runs)
                            .map(time -> run(work, time, repeated));
            run.ifPresent(activity -> builder.order(first, activity));
            parts.add(new Step.Part(first, run.orElse(first)));
        }
        // later rounds come after the first
        work.notBefore()
                .ifPresent(day -> builder.notBefore(parts.getFirst().first(), moment(day.value())));
        return parts;
    }

    private int moment(LocalDate day) {
        return minutes(plan.until(day), 1);
    }

    private int people(Work work, Optional<WorkEffortEstimation> takes, int round) {
        if (takes.isEmpty() || work.nature() == Work.Nature.MILESTONE) {
            return builder.milestone(work.name());
        }
        WorkEffortEstimation step = takes.get();
        if (step.crew().isEmpty() || step.effort().isEmpty()) {
            return builder.activity(work.name(), CLOCK, minutes(step.duration(), 1));
        }
        WorkEffortEstimation.Crew crew = step.crew().get();
        double pace =
                crew.people().value().value()
                        * crew.share().value().value()
                        * crew.availability().value().likely().value();
        double effort =
                round > likelyRounds
                        ? 0
                        : step.round().or(step::effort).orElseThrow().value().likely().value()
                                * StrictMath.pow(learning, round - 1);
        int activity =
                builder.activity(
                        work.name(),
                        week,
                        clamped(pace > 0 ? effort * WorkCalendar.WORKING_DAY / pace : 0));
        demand(activity, crew);
        return activity;
    }

    /** Who is bought is there when needed; the team's own people are as many as they are. */
    private void demand(int activity, WorkEffortEstimation.Crew crew) {
        Optional<Role> role = plan.team().role(crew.role());
        if (role.isPresent()) {
            int needed = clamped(crew.people().value().value() * PERSON);
            int there =
                    role.get()
                            .people()
                            .map(n -> clamped(n.value().value() * PERSON))
                            .orElse(Math.max(PERSON, needed));
            int resource =
                    roles.computeIfAbsent(crew.role(), name -> builder.resource(name, there));
            builder.demand(activity, resource, there == 0 ? needed : Math.min(needed, there));
        }
    }

    private int run(Work work, Estimate<Time> time, boolean repeated) {
        int activity =
                builder.activity(work.name(), CLOCK, minutes(time, repeated ? likelyRounds : 1));
        work.stage().ifPresent(stage -> accelerators.hold(activity, stage));
        return activity;
    }

    private static int minutes(Estimate<Time> time, int parts) {
        return minutes(time.value().likely(), parts);
    }

    private static int minutes(Time time, int parts) {
        return clamped(time.value() / 60 / parts);
    }

    private static int clamped(double value) {
        return (int) Math.clamp(Math.rint(value), 0, Integer.MAX_VALUE);
    }

    private void delay(Risk risk) {
        if (risk.delay().isEmpty() || risk.probability().isEmpty()) {
            return;
        }
        List<String> hits = risk.hits();
        if (hits.isEmpty()) {
            hits = step(Milestone.RELEASE).map(release -> release.work().after()).orElse(List.of());
        }
        for (String hit : hits) {
            step(hit)
                    .ifPresent(
                            step -> {
                                int activity = builder.activity(risk.name(), CLOCK, 0);
                                builder.order(tail(step), activity);
                                tails.put(hit, activity);
                                delays.add(new Delay(risk, activity));
                            });
        }
    }

    private int tail(Step step) {
        return tails.getOrDefault(step.work().name(), step.last());
    }

    /** In a loop, a round waits for the same round of what it waits for. */
    private void order(Step step) {
        for (String name : step.work().after()) {
            Step earlier = steps.get(name);
            if (earlier == null) {
                continue;
            }
            if (step.isRepeated() && earlier.isRepeated()) {
                for (int i = 0; i < step.parts().size(); i++) {
                    builder.order(earlier.parts().get(i).run(), step.parts().get(i).first());
                }
            } else {
                builder.order(tail(earlier), step.first());
            }
        }
    }

    /** A round begins when the one before has ended. */
    private void loop() {
        List<Step> members = steps.values().stream().filter(Step::isRepeated).toList();
        boolean[] waits = new boolean[builder.size()];
        boolean[] isAwaited = new boolean[builder.size()];
        for (Step member : members) {
            for (String name : member.work().after()) {
                Step earlier = steps.get(name);
                if (earlier != null && earlier.isRepeated()) {
                    waits[member.first()] = true;
                    isAwaited[earlier.first()] = true;
                }
            }
        }
        for (int round = 1; round < mostRounds && !members.isEmpty(); round++) {
            // one point between the rounds: not each with each
            int turn = builder.milestone("round " + (round + 1));
            for (Step member : members) {
                if (!isAwaited[member.first()]) {
                    builder.order(member.parts().get(round - 1).run(), turn);
                }
                if (!waits[member.first()]) {
                    builder.order(turn, member.parts().get(round).first());
                }
            }
        }
    }

    /** Handles of all activities of a step. */
    static int[] activities(Step step) {
        return step.parts().stream()
                .flatMapToInt(part -> Arrays.stream(new int[] {part.first(), part.run()}))
                .distinct()
                .toArray();
    }
}
