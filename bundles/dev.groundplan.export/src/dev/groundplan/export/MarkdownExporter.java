package dev.groundplan.export;

import dev.groundplan.reports.Block;
import dev.groundplan.reports.Chart;
import dev.groundplan.reports.Document;
import dev.groundplan.reports.Graph;
import dev.groundplan.reports.Prose;
import dev.groundplan.reports.Section;
import dev.groundplan.reports.Table;
import dev.groundplan.reports.Timeline;
import dev.groundplan.reports.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Markdown with tables, as code hosts show it; legible as plain text, too. */
public final class MarkdownExporter implements Exporter {
    private static final int LONGEST_BAR = 24;

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public String format() {
        return "Markdown";
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(MarkdownText.inline(document.title())).append('\n');
        for (Section section : document.sections()) {
            text.append("\n## ").append(MarkdownText.inline(section.title())).append('\n');
            for (Block block : section.blocks()) {
                if (!block.title().isEmpty()) {
                    text.append("\n### ").append(MarkdownText.inline(block.title())).append('\n');
                }
                text.append('\n');
                block(text, block);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void block(StringBuilder text, Block block) {
        switch (block) {
            case Table table -> table(text, table);
            case Chart chart -> chart(text, chart);
            case Timeline timeline -> timeline(text, timeline);
            case Graph graph -> graph(text, graph);
            case Tree tree -> node(text, tree.root(), 0);
            case Prose prose -> prose(text, prose);
        }
    }

    private static void table(StringBuilder text, Table table) {
        text.append('|');
        for (Table.Column column : table.columns()) {
            text.append(' ').append(MarkdownText.inline(column.title())).append(" |");
        }
        text.append("\n|");
        for (Table.Column column : table.columns()) {
            text.append(column.number() ? " ---: |" : " --- |");
        }
        text.append('\n');
        for (List<Table.Cell> row : table.rows()) {
            text.append('|');
            for (Table.Cell cell : row) {
                text.append(' ').append(MarkdownText.inline(cell.text())).append(" |");
            }
            text.append('\n');
        }
    }

    private static void chart(StringBuilder text, Chart chart) {
        if (chart.bars().isEmpty()) {
            return;
        }
        Table.Builder table = Table.of("", "Part", "#" + chart.measure(), "");
        for (Chart.Bar bar : chart.bars()) {
            table.row(
                    Table.Cell.of(bar.label()),
                    Chart.cell(bar),
                    Table.Cell.of(drawn(bar, chart.stretch(bar))));
        }
        table(text, table.build());
    }

    /** A bar of characters; dots lead to one that begins later, for tables cut spaces off. */
    private static String drawn(Chart.Bar bar, Chart.Stretch stretch) {
        int from = (int) Math.round(LONGEST_BAR * stretch.from().value());
        int to = (int) Math.round(LONGEST_BAR * stretch.to().value());
        if (to > from) {
            return "·".repeat(from) + "█".repeat(to - from);
        }
        return bar.value().high().value() > 0 ? "·".repeat(from) + "▏" : "";
    }

    private static void timeline(StringBuilder text, Timeline timeline) {
        text.append("```text\n");
        for (String line : Gantt.lines(timeline)) {
            text.append(MarkdownText.verbatim(line)).append('\n');
        }
        text.append("```\n\n");
        table(text, timeline.table());
    }

    private static void graph(StringBuilder text, Graph graph) {
        for (Graph.Edge edge : graph.edges()) {
            text.append("- ")
                    .append(MarkdownText.paragraph(graph.label(edge.from())))
                    .append(" → ")
                    .append(MarkdownText.inline(graph.label(edge.to())));
            if (!edge.label().isEmpty()) {
                text.append(" (").append(MarkdownText.inline(edge.label())).append(')');
            }
            text.append('\n');
        }
    }

    private static void node(StringBuilder text, Tree.Node node, int depth) {
        text.repeat("  ", depth).append("- ").append(MarkdownText.paragraph(node.label()));
        if (!node.value().isEmpty()) {
            text.append(": **").append(MarkdownText.inline(node.value())).append("**");
        }
        for (String detail : node.details()) {
            text.append("; ").append(MarkdownText.inline(detail));
        }
        text.append('\n');
        node.children().forEach(child -> node(text, child, depth + 1));
    }

    private static void prose(StringBuilder text, Prose prose) {
        text.append(MarkdownText.paragraph(prose.text())).append('\n');
        if (!prose.items().isEmpty()) {
            text.append('\n');
        }
        for (String item : prose.items()) {
            text.append("- ").append(MarkdownText.paragraph(item)).append('\n');
        }
    }
}
