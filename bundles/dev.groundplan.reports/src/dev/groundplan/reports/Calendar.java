package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the schedule puts the work on the calendar. */
final class Calendar {
    private final Plan plan;
    private final Map<String, Dated> dates = new HashMap<>();

    /**
     * @param start time since the midnight before the first day
     * @param slack how much later it may begin
     */
    private record Dated(Time start, Time end, Time slack, boolean critical) {}

    Calendar(Analysis analysis) {
        plan = analysis.plan();
        // one walk over the numbers, for there may be thousands of steps
        Map<String, Map<String, Quantity<?>>> found = new HashMap<>();
        analysis.estimates().stream()
                .filter(e -> e.key().segments().size() == 3)
                .filter(e -> e.key().segments().getFirst().equals("schedule"))
                .forEach(
                        e ->
                                found.computeIfAbsent(
                                                e.key().segments().get(1), s -> new HashMap<>())
                                        .put(e.key().segments().get(2), e.value().likely()));
        found.forEach(
                (step, is) -> {
                    if (is.get("start") instanceof Time start
                            && is.get("end") instanceof Time end
                            && is.get("slack") instanceof Time slack
                            && is.containsKey("critical")) {
                        boolean critical = is.get("critical").value() > 0;
                        dates.put(step, new Dated(start, end, slack, critical));
                    }
                });
    }

    /** The day in which so much time since the midnight before the first day has passed. */
    static LocalDate day(Plan plan, Time sinceStart) {
        return plan.day(sinceStart);
    }

    /** In the order in which they begin. */
    List<Timeline.Span> spans(Analysis analysis) {
        List<Work> scheduled =
                new ArrayList<>(
                        plan.work().stream()
                                .filter(piece -> dates.containsKey(piece.name()))
                                .toList());
        scheduled.sort(Comparator.comparing(piece -> dates.get(piece.name()).start()));
        List<Timeline.Span> spans = new ArrayList<>();
        for (Work piece : scheduled) {
            Dated dated = dates.get(piece.name());
            Time later =
                    analysis.value(Dimension.TIME, "duration", piece.name())
                            .map(takes -> takes.high().minus(takes.likely()))
                            .orElse(Time.seconds(0));
            spans.add(
                    new Timeline.Span(
                            piece.title(),
                            piece.phase().title(),
                            day(plan, dated.start()),
                            day(plan, dated.end()),
                            day(plan, dated.end().plus(later)),
                            dated.critical(),
                            piece.range()));
        }
        return spans;
    }

    /** Whether it is on the chain that decides the finish. */
    boolean isCritical(Work piece) {
        return Optional.ofNullable(dates.get(piece.name())).filter(Dated::critical).isPresent();
    }

    /** How much later it may begin; empty without a schedule. */
    Optional<Uncertain<Time>> slack(Work piece) {
        return Optional.ofNullable(dates.get(piece.name()))
                .map(dated -> Uncertain.exactly(dated.slack()));
    }
}
