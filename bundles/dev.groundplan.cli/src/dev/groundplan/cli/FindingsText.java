package dev.groundplan.cli;

import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.SourceRange;
import java.util.List;
import java.util.Map;

/** Findings for a person: the place, the sentence, the line with carets, the ways out. */
final class FindingsText {
    private static final int LONGEST_LINE = 160;

    private final Palette palette;

    FindingsText(Palette palette) {
        this.palette = palette;
    }

    String of(CheckCommand.Checked checked) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : checked.findings()) {
            finding(text, finding, checked);
            text.append('\n');
        }
        return text.toString();
    }

    /** One sentence on all files. */
    static String summary(List<CheckCommand.Checked> all) {
        int[] counts = new int[Severity.values().length];
        int waived = 0;
        StringBuilder names = new StringBuilder();
        for (CheckCommand.Checked checked : all) {
            for (Finding finding : checked.findings()) {
                counts[finding.severity().ordinal()]++;
            }
            waived += checked.waived();
            names.append(names.isEmpty() ? "" : ", ").append(Terminal.safe(checked.file().name()));
        }
        String where = all.size() > 3 ? all.size() + " files" : names.toString();
        StringBuilder text = new StringBuilder(where).append(": ");
        int before = text.length();
        count(text, before, counts[Severity.ERROR.ordinal()], "error", "errors");
        count(text, before, counts[Severity.WARNING.ordinal()], "warning", "warnings");
        count(
                text,
                before,
                counts[Severity.INFORMATION.ordinal()],
                "piece of information",
                "pieces of information");
        if (text.length() == before) {
            text.append("no findings");
        }
        if (waived > 0) {
            text.append("; ").append(waived).append(" waived");
        }
        return text.append('.').toString();
    }

    private static void count(StringBuilder text, int start, int count, String one, String many) {
        if (count > 0) {
            text.append(text.length() == start ? "" : ", ");
            text.append(count).append(' ').append(count == 1 ? one : many);
        }
    }

    private void finding(StringBuilder text, Finding finding, CheckCommand.Checked checked) {
        SourceRange range = finding.range();
        String file = range.file().isEmpty() ? checked.file().name() : range.file();
        text.append(Terminal.safe(file));
        if (range.isKnown()) {
            text.append(':').append(range.line()).append(':').append(range.column());
        }
        Severity severity = finding.severity();
        text.append(": ")
                .append(palette.severity(severity, severity.word()))
                .append(' ')
                .append(palette.bold(finding.rule()))
                .append(": ")
                .append(Terminal.safe(finding.message().toString()))
                .append('\n');
        if (range.isKnown() && file.equals(checked.file().name())) {
            excerpt(text, range, checked.file().text(), severity);
        }
        for (Fix fix : finding.fixes()) {
            text.append("  ").append(palette.faint("fix:")).append(' ');
            text.append(Terminal.safe(fix.title()));
            effect(text, fix.effect());
            text.append('\n');
        }
    }

    private static void effect(StringBuilder text, Map<String, String> effect) {
        if (effect.isEmpty()) {
            return;
        }
        text.append(" (");
        String separator = "";
        for (Map.Entry<String, String> entry : effect.entrySet()) {
            text.append(separator).append(Terminal.safe(entry.getKey() + ": " + entry.getValue()));
            separator = "; ";
        }
        text.append(')');
    }

    /** The first line of the range, with carets under what is meant. */
    private void excerpt(StringBuilder text, SourceRange range, String source, Severity severity) {
        int at = Math.clamp(range.offset(), 0, source.length());
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        String line = source.substring(start, end < 0 ? source.length() : end);
        int from = at - start;
        int to =
                Math.clamp(
                        from + (long) range.length(),
                        from,
                        Math.max(from, line.stripTrailing().length()));
        int cut = Math.max(0, from - LONGEST_LINE / 2);
        boolean tooLong = line.length() - cut > LONGEST_LINE;
        String shown = line.substring(cut, tooLong ? cut + LONGEST_LINE : line.length());
        int carets = Math.max(1, Math.min(to, cut + shown.length()) - from);
        String number = Integer.toString(range.line());
        text.append(palette.faint("  " + number + " | "))
                .append(Terminal.safe(shown).stripTrailing());
        text.append('\n').append(palette.faint("  " + " ".repeat(number.length()) + " | "));
        text.append(" ".repeat(from - cut));
        text.append(palette.severity(severity, "^".repeat(carets))).append('\n');
    }
}
