package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The work, what each piece takes, and where it falls on the calendar. */
public final class Schedule implements Report<Analysis> {
    @Override
    public String title() {
        return "Schedule";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Calendar calendar = new Calendar(analysis);
        List<Block> blocks = new ArrayList<>();
        blocks.add(work(analysis, calendar));
        List<Timeline.Span> spans = calendar.spans(analysis);
        if (!spans.isEmpty()) {
            blocks.add(new Timeline("Calendar, at median durations", spans));
            blocks.add(
                    Prose.of(
                            (analysis.plan().start().isPresent()
                                            ? ""
                                            : "The file gives no start; day 0 is today, "
                                                    + analysis.plan().today()
                                                    + ". ")
                                    + "Medians in a row flatter a project: what runs late is"
                                    + " rarely made up for. Promise the P80 finish of the"
                                    + " summary, not the last day here."));
        }
        return blocks;
    }

    private static Table work(Analysis analysis, Calendar calendar) {
        Table.Builder table =
                Table.of(
                        "",
                        "Work",
                        "Phase",
                        "By",
                        "After",
                        "#Effort",
                        "#Calendar time",
                        "#Slack",
                        "Critical");
        Map<String, String> roles = roles(analysis);
        for (Work piece : analysis.plan().work()) {
            table.row(
                    Table.Cell.of(piece.title(), piece.range()),
                    Table.Cell.of(piece.phase().title()),
                    Table.Cell.of(
                            roles.getOrDefault(
                                    piece.name(),
                                    piece.nature() == Work.Nature.WAIT ? "waiting" : "")),
                    Table.Cell.of(after(piece)),
                    figure(analysis, "effort", piece),
                    figure(analysis, "duration", piece),
                    calendar.slack(piece).map(Table.Cell::of).orElse(Table.Cell.EMPTY),
                    Table.Cell.of(calendar.isCritical(piece) ? "yes" : ""));
        }
        return table.build();
    }

    /** What it waits for: other steps, and a day. */
    private static String after(Work piece) {
        List<String> after = new ArrayList<>(piece.after());
        piece.notBefore().ifPresent(day -> after.add("not before " + day.value()));
        return String.join(", ", after);
    }

    /** Who does which step: the effort of a role is the sum of that of its steps. */
    private static Map<String, String> roles(Analysis analysis) {
        Map<String, String> roles = new HashMap<>();
        for (Estimate<?> estimate : analysis.estimates()) {
            List<String> key = estimate.key().segments();
            if (key.size() == 3 && key.get(0).equals("effort") && key.get(1).equals("by-role")) {
                estimate.derivation().inputs().stream()
                        .flatMap(input -> input.estimate().stream())
                        .forEach(step -> roles.put(step.key().segments().getLast(), key.get(2)));
            }
        }
        return roles;
    }

    private static Table.Cell figure(Analysis analysis, String what, Work piece) {
        return analysis.estimate(ResultKey.of(what, piece.name()))
                .map(estimate -> Table.Cell.of(estimate.value()))
                .orElse(Table.Cell.EMPTY);
    }
}
