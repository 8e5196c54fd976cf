package dev.groundplan.reports;

import dev.groundplan.core.plan.SourceRange;
import java.time.LocalDate;
import java.util.List;

/** Work on a calendar. */
public record Timeline(String title, List<Span> spans) implements Block {
    public Timeline {
        spans = List.copyOf(spans);
    }

    /**
     * A piece of work.
     *
     * @param phase the group it is drawn in
     * @param end the day it ends when everything takes its median duration
     * @param late the day it ends when it alone takes its 90th percentile
     * @param critical whether its delay delays the project, at median durations
     */
    public record Span(
            String label,
            String phase,
            LocalDate start,
            LocalDate end,
            LocalDate late,
            boolean critical,
            SourceRange place) {}

    /** The same as a table. */
    public Table table() {
        Table.Builder table =
                Table.of(title, "Work", "Phase", "Start", "End", "End if late (P90)", "Critical");
        for (Span span : spans) {
            table.row(
                    Table.Cell.of(span.label(), span.place()),
                    Table.Cell.of(span.phase()),
                    Table.Cell.of(span.start().toString()),
                    Table.Cell.of(span.end().toString()),
                    Table.Cell.of(span.late().toString()),
                    Table.Cell.of(span.critical() ? "yes" : ""));
        }
        return table.build();
    }
}
