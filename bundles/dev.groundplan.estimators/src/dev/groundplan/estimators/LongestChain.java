package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Milestone;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Time;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the work would be done if everybody it needs were free when it is its turn. */
public final class LongestChain {
    /** The estimator whose page explains it. */
    private static final String NAME = "LevelledDates";

    private LongestChain() {}

    /** Empty when nothing is known of any step. */
    public static Optional<WorkDatesEstimation> of(Plan plan, Facts facts) {
        Map<Work, Estimate<Time>> durations = new IdentityHashMap<>();
        List<Work> known = new ArrayList<>();
        for (Work work : plan.work()) {
            facts.get(WorkEffortEstimation.class, work)
                    .ifPresent(
                            e -> {
                                durations.put(work, e.duration());
                                known.add(work);
                            });
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        WorkOrder order = new WorkOrder(known);
        Calculation whole = new Calculation(NAME, "T = longest chain of work");
        Optional<Estimate<Time>> duration =
                longest(whole, order, plan, durations, order.size())
                        .flatMap(
                                c ->
                                        whole.of(
                                                new Keys("schedule").key("duration"),
                                                "Duration of the project",
                                                Time::new,
                                                c::length));
        int release = release(order);
        Calculation until = new Calculation(NAME, "T_release = longest chain to the release");
        Optional<Estimate<Time>> released =
                release < 0
                        ? duration
                        : longest(until, order, plan, durations, release + 1)
                                .flatMap(
                                        c ->
                                                until.of(
                                                        new Keys("schedule").key("release"),
                                                        "Time to the release",
                                                        Time::new,
                                                        () -> c.end(release)));
        return duration.flatMap(
                d ->
                        released.flatMap(r -> finish(plan, r))
                                .map(f -> dated(order, plan, durations, d, f)));
    }

    /** The chains, at whatever durations the calculation has just now. */
    private interface Chains {
        double length();

        double end(int place);
    }

    /**
     * @param places only the first of the order: what comes later makes nothing longer
     */
    private static Optional<Chains> longest(
            Calculation c,
            WorkOrder order,
            Plan plan,
            Map<Work, Estimate<Time>> durations,
            int places) {
        Calculation.Term[] terms = new Calculation.Term[order.size()];
        for (int i = 0; i < places; i++) {
            Work work = order.work(i);
            terms[i] = c.result(work.name(), durations.get(work));
            work.notBefore()
                    .ifPresent(
                            day ->
                                    c.shown(
                                            Input.of(
                                                    "not before",
                                                    "first day of " + work.title(),
                                                    day)));
        }
        c.note("steps that do not wait for one another run beside each other, whoever does them");
        // one for all: each answer after the first differs in few durations
        CriticalPath path =
                new CriticalPath(order, new double[order.size()], notBefore(order, plan));
        return Optional.of(
                new Chains() {
                    private CriticalPath path() {
                        path.change(i -> terms[i] == null ? 0 : terms[i].value());
                        return path;
                    }

                    @Override
                    public double length() {
                        return path().length();
                    }

                    @Override
                    public double end(int place) {
                        return path().end(place);
                    }
                });
    }

    private static double[] notBefore(WorkOrder order, Plan plan) {
        double[] earliest = new double[order.size()];
        Arrays.setAll(
                earliest,
                i -> order.work(i).notBefore().map(d -> plan.until(d.value()).value()).orElse(0.0));
        return earliest;
    }

    private static int release(WorkOrder order) {
        for (int i = 0; i < order.size(); i++) {
            Work work = order.work(i);
            if (work.nature() == Work.Nature.MILESTONE && work.name().equals(Milestone.RELEASE)) {
                return i;
            }
        }
        return -1;
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

    private static WorkDatesEstimation dated(
            WorkOrder order,
            Plan plan,
            Map<Work, Estimate<Time>> durations,
            Estimate<Time> duration,
            Estimate<Time> finish) {
        double[] likely = new double[order.size()];
        Arrays.setAll(likely, i -> durations.get(order.work(i)).value().likely().value());
        CriticalPath path = new CriticalPath(order, likely, notBefore(order, plan));
        List<WorkDatesEstimation.Dated> steps = new ArrayList<>();
        for (int i = 0; i < likely.length; i++) {
            steps.add(
                    new WorkDatesEstimation.Dated(
                            order.work(i),
                            Time.seconds(path.end(i) - likely[i]),
                            Time.seconds(path.end(i))));
        }
        return new WorkDatesEstimation(duration, finish, steps, path.names());
    }
}
