package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.WorkEffortEstimation;
import dev.groundplan.planner.schedule.Link;
import dev.groundplan.planner.schedule.Network;
import dev.groundplan.planner.schedule.Obstacle;
import dev.groundplan.planner.schedule.Schedule;
import dev.groundplan.planner.schedule.Scheduler;
import dev.groundplan.planner.schedule.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When the work is done, by the people and accelerators there are, at median durations. */
public final class ProjectSchedule implements Estimator<Plan, ScheduleEstimation> {
    private static final String NAME = ProjectSchedule.class.getSimpleName();

    /** Few, for it is asked for at every keystroke. */
    private static final int SCHEDULES = 150;

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<ScheduleEstimation> estimation() {
        return ScheduleEstimation.class;
    }

    @Override
    public Optional<ScheduleEstimation> estimate(Plan plan, Facts facts) {
        if (plan.work().isEmpty()) {
            return Optional.empty();
        }
        WorkNetwork work = new WorkNetwork(plan, facts);
        Network network = work.network();
        List<ScheduleEstimation.Problem> problems = problems(work, network);
        if (!problems.isEmpty()) {
            return Optional.of(
                    new ScheduleEstimation(
                            WorkNetwork.first(plan),
                            List.of(),
                            Optional.empty(),
                            List.of(),
                            problems));
        }
        Schedule schedule = schedule(network);
        List<Input> inputs = inputs(plan, facts);
        int finish =
                work.release().isPresent()
                        ? schedule.end(work.release().getAsInt())
                        : schedule.finish();
        return Optional.of(
                new ScheduleEstimation(
                        WorkNetwork.first(plan),
                        dated(work, schedule, inputs),
                        Optional.of(
                                time(
                                        ResultKey.of("schedule", "finish"),
                                        "Finish at median durations, from the first day's midnight",
                                        finish,
                                        inputs)),
                        new Loads(plan, schedule, inputs).all(),
                        List.of()));
    }

    /** The schedule of a network without obstacles that every command shows. */
    static Schedule schedule(Network network) {
        Search usual = Search.usual(network.size());
        return Scheduler.schedule(
                network,
                new Search(Math.min(SCHEDULES, usual.schedules()), usual.seed()),
                Cancellation.NEVER);
    }

    private static List<ScheduleEstimation.Problem> problems(WorkNetwork work, Network network) {
        Map<Integer, Work> byActivity = new HashMap<>();
        for (Step step : work.steps()) {
            for (int activity : WorkNetwork.activities(step)) {
                byActivity.put(activity, step.work());
            }
        }
        Set<ScheduleEstimation.Problem> problems = new LinkedHashSet<>();
        for (Obstacle obstacle : network.obstacles()) {
            problems.add(
                    switch (obstacle) {
                        case Obstacle.Circle circle -> circle(circle, byActivity);
                        case Obstacle.TooFew few ->
                                new ScheduleEstimation.Problem.Unfilled(
                                        byActivity.get(few.activity()),
                                        network.resources().get(few.resource()));
                        case Obstacle.NoWorkingDay none -> new ScheduleEstimation.Problem.Endless();
                        case Obstacle.TooLong tooLong -> new ScheduleEstimation.Problem.Endless();
                    });
        }
        return List.copyOf(problems);
    }

    private static ScheduleEstimation.Problem circle(
            Obstacle.Circle circle, Map<Integer, Work> byActivity) {
        Set<Work> steps = new LinkedHashSet<>();
        for (int activity : circle.activities()) {
            if (byActivity.containsKey(activity)) {
                steps.add(byActivity.get(activity));
            }
        }
        return new ScheduleEstimation.Problem.Circle(List.copyOf(steps));
    }

    private static List<Input> inputs(Plan plan, Facts facts) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(
                Input.of(
                        "start",
                        "first day",
                        plan.start()
                                .map(day -> Stated.written(day, plan.range()))
                                .orElseGet(
                                        () ->
                                                Stated.assumed(
                                                        plan.today(),
                                                        "work starts today",
                                                        Source.UNKNOWN))));
        for (Work work : plan.work()) {
            facts.get(WorkEffortEstimation.class, work)
                    .ifPresent(step -> inputs.add(Input.of(work.name(), step.duration())));
        }
        return List.copyOf(inputs);
    }

    private static List<ScheduleEstimation.Dated> dated(
            WorkNetwork work, Schedule schedule, List<Input> inputs) {
        Map<Integer, String> held = new HashMap<>();
        Set<Integer> chain = new HashSet<>();
        for (Link link : schedule.criticalChain()) {
            chain.add(link.activity());
            link.resource()
                    .ifPresent(
                            resource ->
                                    held.put(
                                            link.activity(),
                                            schedule.network().resources().get(resource)));
        }
        Map<String, Input> byName = new HashMap<>();
        inputs.forEach(input -> byName.put(input.symbol(), input));
        List<ScheduleEstimation.Dated> dated = new ArrayList<>();
        for (Step step : work.steps()) {
            int start = schedule.start(step.first());
            int end = start;
            int slack = Integer.MAX_VALUE;
            boolean critical = false;
            Optional<String> heldUpBy = Optional.empty();
            for (int activity : WorkNetwork.activities(step)) {
                // rounds that the plan does not come to have no dates of their own
                if (schedule.network().minutes(activity) > 0 || activity == step.first()) {
                    end = Math.max(end, schedule.end(activity));
                    slack =
                            Math.min(
                                    slack,
                                    schedule.latestStart(activity) - schedule.start(activity));
                    critical |= chain.contains(activity);
                    heldUpBy = heldUpBy.or(() -> Optional.ofNullable(held.get(activity)));
                }
            }
            String name = step.work().name();
            List<Input> own = new ArrayList<>(inputs.subList(0, 1));
            Optional.ofNullable(byName.get(name)).ifPresent(own::add);
            step.work()
                    .notBefore()
                    .ifPresent(day -> own.add(Input.of("not before", "its first day", day)));
            dated.add(
                    new ScheduleEstimation.Dated(
                            step.work(),
                            time(
                                    ResultKey.of("schedule", name, "start"),
                                    "Start of " + step.work().title(),
                                    start,
                                    own),
                            time(
                                    ResultKey.of("schedule", name, "end"),
                                    "End of " + step.work().title(),
                                    end,
                                    own),
                            time(
                                    ResultKey.of("schedule", name, "slack"),
                                    "Slack of " + step.work().title(),
                                    slack,
                                    own),
                            critical(step.work(), critical, own),
                            heldUpBy));
        }
        return dated;
    }

    private static Estimate<Ratio> critical(Work work, boolean critical, List<Input> inputs) {
        return new Estimate<>(
                ResultKey.of("schedule", work.name(), "critical"),
                "Whether " + work.title() + " decides the finish",
                Uncertain.exactly(critical ? Ratio.ONE : Ratio.ZERO),
                new Derivation(
                        NAME,
                        "1 on the chain of those that each begin when the one before ends",
                        inputs,
                        List.of("at median durations")));
    }

    private static Estimate<Time> time(
            ResultKey key, String title, int minutes, List<Input> inputs) {
        return new Estimate<>(
                key,
                title,
                Uncertain.exactly(Time.seconds(60.0 * minutes)),
                new Derivation(
                        NAME,
                        "as early as what it waits for and whom it needs allow",
                        inputs,
                        List.of("at median durations")));
    }
}
