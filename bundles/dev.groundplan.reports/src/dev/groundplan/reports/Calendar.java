package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the work falls on the calendar when everything takes its median duration: a forward and a
 * backward pass through the order of the work, iterative, so that a long chain needs no stack.
 */
final class Calendar {
    private final Plan plan;
    private final Map<String, Work> work = new HashMap<>();
    private final Map<String, Double> start = new HashMap<>();
    private final Map<String, Double> end = new HashMap<>();
    private final Map<String, Double> latestEnd = new HashMap<>();
    private final Map<String, Uncertain<Time>> duration = new HashMap<>();
    private final List<Work> order = new ArrayList<>();
    private double finish;

    Calendar(Analysis analysis) {
        plan = analysis.plan();
        for (Work piece : plan.work()) {
            work.putIfAbsent(piece.name(), piece);
            analysis.value(Dimension.TIME, "duration", piece.name())
                    .ifPresent(d -> duration.put(piece.name(), d));
        }
        sort();
        forward();
        backward();
    }

    /** The day on which day 0 falls: the project's start, or today. */
    static LocalDate dayZero(Plan plan) {
        return plan.start().orElse(plan.today());
    }

    /** The calendar day so long after the start. */
    static LocalDate day(Plan plan, Time sinceStart) {
        double days = Math.min(Math.ceil(sinceStart.days() - 1e-9), 3_000_000);
        return dayZero(plan).plusDays((long) Math.max(0, days));
    }

    Optional<Uncertain<Time>> duration(Work piece) {
        return Optional.ofNullable(duration.get(piece.name()));
    }

    List<Timeline.Span> spans() {
        List<Timeline.Span> spans = new ArrayList<>();
        for (Work piece : order) {
            Uncertain<Time> takes = duration.get(piece.name());
            if (takes == null) {
                continue;
            }
            double from = start.get(piece.name());
            spans.add(
                    new Timeline.Span(
                            piece.title(),
                            piece.phase().title(),
                            day(plan, Time.days(from)),
                            day(plan, Time.days(end.get(piece.name()))),
                            day(plan, Time.days(from + takes.high().days())),
                            isCritical(piece),
                            piece.range()));
        }
        return spans;
    }

    boolean isCritical(Work piece) {
        Double last = latestEnd.get(piece.name());
        return last != null && last - end.get(piece.name()) < 1e-6 && finish > 0;
    }

    private double days(Work piece) {
        Uncertain<Time> takes = duration.get(piece.name());
        return takes == null ? 0 : takes.likely().days();
    }

    /** By what comes before; what stands in a circle keeps the order of the file at the end. */
    private void sort() {
        Map<String, Integer> waitsFor = new HashMap<>();
        Map<String, List<Work>> followers = new HashMap<>();
        for (Work piece : work.values()) {
            waitsFor.put(piece.name(), 0);
        }
        for (Work piece : inFileOrder()) {
            for (String before : piece.after()) {
                if (work.containsKey(before)) {
                    waitsFor.merge(piece.name(), 1, Integer::sum);
                    followers.computeIfAbsent(before, b -> new ArrayList<>()).add(piece);
                }
            }
        }
        Deque<Work> ready = new ArrayDeque<>();
        inFileOrder().stream().filter(p -> waitsFor.get(p.name()) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            Work piece = ready.remove();
            order.add(piece);
            for (Work follower : followers.getOrDefault(piece.name(), List.of())) {
                if (waitsFor.merge(follower.name(), -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        inFileOrder().stream().filter(p -> waitsFor.get(p.name()) > 0).forEach(order::add);
    }

    private List<Work> inFileOrder() {
        return plan.work().stream().filter(p -> work.get(p.name()) == p).toList();
    }

    private void forward() {
        for (Work piece : order) {
            double from = 0;
            for (String before : piece.after()) {
                from = Math.max(from, end.getOrDefault(before, 0.0));
            }
            start.put(piece.name(), from);
            end.put(piece.name(), from + days(piece));
            finish = Math.max(finish, from + days(piece));
        }
    }

    private void backward() {
        for (Work piece : order.reversed()) {
            double last = latestEnd.getOrDefault(piece.name(), finish);
            latestEnd.put(piece.name(), last);
            for (String before : piece.after()) {
                latestEnd.merge(before, last - days(piece), Math::min);
            }
        }
    }
}
