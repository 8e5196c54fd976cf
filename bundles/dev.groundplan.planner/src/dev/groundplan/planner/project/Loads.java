package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.schedule.Demand;
import dev.groundplan.planner.schedule.Network;
import dev.groundplan.planner.schedule.Schedule;
import dev.groundplan.planner.schedule.WorkCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How busy roles and accelerators are, on the whole and month by month. */
final class Loads {
    private static final String NAME = ProjectSchedule.class.getSimpleName();

    private final LocalDate first;
    private final Schedule schedule;
    private final Network network;
    private final List<Input> inputs;

    Loads(Plan plan, Schedule schedule, List<Input> inputs) {
        this.first = WorkNetwork.first(plan);
        this.schedule = schedule;
        this.network = schedule.network();
        this.inputs = inputs;
    }

    List<ScheduleEstimation.Load> all() {
        int count = network.resources().size();
        List<List<Integer>> users = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            users.add(new ArrayList<>());
        }
        for (int a = 0; a < network.size(); a++) {
            for (Demand demand : network.demands(a)) {
                if (network.minutes(a) > 0) {
                    users.get(demand.resource()).add(a);
                }
            }
        }
        List<ScheduleEstimation.Load> loads = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            if (!users.get(r).isEmpty()) {
                loads.add(load(r, users.get(r)));
            }
        }
        return loads;
    }

    private ScheduleEstimation.Load load(int resource, List<Integer> users) {
        String name = network.resources().get(resource);
        int from = users.stream().mapToInt(schedule::start).min().orElse(0);
        int until = users.stream().mapToInt(schedule::end).max().orElse(0);
        int[] months = months();
        long[] taken = new long[months.length - 1];
        long all = 0;
        for (int a : users) {
            int units = units(a, resource);
            all += (long) network.minutes(a) * units;
            int start = schedule.start(a);
            int end = schedule.end(a);
            for (int m = month(months, start); m < taken.length && months[m] < end; m++) {
                taken[m] += units * (long) between(a, start, end, months[m], months[m + 1]);
            }
        }
        // everybody of a role keeps the same calendar
        int any = users.getFirst();
        List<ScheduleEstimation.Month> busy = new ArrayList<>();
        for (int m = 0; m < taken.length; m++) {
            YearMonth month = YearMonth.from(first).plusMonths(m);
            long open = open(any, resource, months[m], Math.min(months[m + 1], schedule.finish()));
            if (open > 0) {
                busy.add(
                        new ScheduleEstimation.Month(
                                month,
                                share(
                                        "Load of " + name + " in " + month,
                                        taken[m],
                                        open,
                                        "schedule",
                                        "load",
                                        name,
                                        month.toString())));
            }
        }
        return new ScheduleEstimation.Load(
                name,
                share(
                        "Load of " + name + ", from its first to its last work",
                        all,
                        open(any, resource, from, until),
                        "schedule",
                        "load",
                        name),
                busy);
    }

    /** The minutes at which months begin, until behind the finish; the first is the first day. */
    private int[] months() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        YearMonth month = YearMonth.from(first);
        while (starts.getLast() < schedule.finish()) {
            month = month.plusMonths(1);
            starts.add(
                    Math.toIntExact(
                            ChronoUnit.DAYS.between(first, month.atDay(1)) * WorkCalendar.DAY));
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The place of the month in which a moment falls. */
    private static int month(int[] months, int moment) {
        int found = Arrays.binarySearch(months, moment);
        return found >= 0 ? found : -found - 2;
    }

    private int units(int activity, int resource) {
        return network.demands(activity).stream()
                .filter(demand -> demand.resource() == resource)
                .mapToInt(Demand::units)
                .sum();
    }

    private int between(int activity, int start, int end, int monthFrom, int monthUntil) {
        int from = Math.max(start, monthFrom);
        int until = Math.min(end, monthUntil);
        return from < until ? network.calendar(activity).between(from, until) : 0;
    }

    private long open(int activity, int resource, int from, int until) {
        return from < until
                ? (long) network.calendar(activity).between(from, until)
                        * network.capacity(resource)
                : 0;
    }

    private Estimate<Ratio> share(String title, long taken, long open, String... key) {
        return new Estimate<>(
                ResultKey.of(key),
                title,
                Uncertain.exactly(open > 0 ? new Ratio((double) taken / open) : Ratio.ZERO),
                new Derivation(
                        NAME,
                        "load = working time taken / working time there",
                        inputs,
                        List.of("at median durations")));
    }
}
