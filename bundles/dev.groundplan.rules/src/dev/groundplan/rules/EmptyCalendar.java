package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** No day is left on which anybody works. */
public final class EmptyCalendar implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        LocalDate start = plan.start().orElse(plan.today());
        Optional<LocalDate> deadline = plan.scope().budget().deadline().map(Stated::value);
        Set<LocalDate> free = new HashSet<>(plan.tasks().holidays());
        if (free.isEmpty() || deadline.isEmpty() || !deadline.get().isAfter(start)) {
            return Stream.empty();
        }
        // as many free days as there are, and a weekend, end the search
        for (LocalDate day = start; !day.isAfter(deadline.get()); day = day.plusDays(1)) {
            if (!isWeekend(day) && !free.contains(day)) {
                return Stream.empty();
            }
        }
        return Stream.of(
                finding(
                        plan.tasks().range(),
                        plan.id().child("tasks"),
                        Message.of(
                                name(),
                                "Every working day from the start, {start}, to the deadline, {end},"
                                        + " is a holiday: nothing can be done by then. Take holidays"
                                        + " away, or move the deadline.",
                                "start",
                                start.toString(),
                                "end",
                                deadline.get().toString()),
                        List.of()));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
