package dev.groundplan.export;

import dev.groundplan.reports.Timeline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A timeline drawn with characters: █ critical, ▒ with slack, ┄ late. */
public final class Gantt {
    private static final int COLUMNS = 60;
    private static final int LONGEST_LABEL = 28;

    private Gantt() {}

    /** One line for the dates, one for each span, one for the signs. */
    public static List<String> lines(Timeline timeline) {
        if (timeline.spans().isEmpty()) {
            return List.of();
        }
        LocalDate first = timeline.spans().getFirst().start();
        LocalDate last = first;
        int label = 0;
        for (Timeline.Span span : timeline.spans()) {
            first = span.start().isBefore(first) ? span.start() : first;
            last = span.late().isAfter(last) ? span.late() : last;
            label = Math.max(label, Math.min(LONGEST_LABEL, span.label().length()));
        }
        long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        List<String> lines = new ArrayList<>();
        String from = first.toString();
        String to = last.toString();
        int gap = Math.max(1, COLUMNS - from.length() - to.length());
        lines.add(" ".repeat(label + 1) + from + " ".repeat(gap) + to);
        for (Timeline.Span span : timeline.spans()) {
            lines.add(line(span, first, days, label));
        }
        lines.add(" ".repeat(label + 1) + "█ critical  ▒ with slack  ┄ until its P90");
        return lines;
    }

    private static String line(Timeline.Span span, LocalDate first, long days, int label) {
        int start = column(first, span.start(), days);
        int end = Math.max(start + 1, column(first, span.end(), days));
        int late = Math.max(end, column(first, span.late(), days));
        String name = span.label();
        if (name.length() > label) {
            name = name.substring(0, label - 1) + "…";
        }
        return name
                + " ".repeat(label + 1 - name.length())
                + " ".repeat(start)
                + (span.critical() ? "█" : "▒").repeat(end - start)
                + "┄".repeat(late - end);
    }

    private static int column(LocalDate first, LocalDate day, long days) {
        return (int) Math.round((double) COLUMNS * ChronoUnit.DAYS.between(first, day) / days);
    }
}
