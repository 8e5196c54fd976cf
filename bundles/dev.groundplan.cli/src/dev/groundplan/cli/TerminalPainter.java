package dev.groundplan.cli;

import dev.groundplan.export.Gantt;
import dev.groundplan.reports.Block;
import dev.groundplan.reports.Chart;
import dev.groundplan.reports.Graph;
import dev.groundplan.reports.Prose;
import dev.groundplan.reports.Table;
import dev.groundplan.reports.Timeline;
import dev.groundplan.reports.Tree;
import java.util.List;

/** Blocks as plain text in columns. */
final class TerminalPainter {
    private static final int WIDTH = 96;

    private final Palette palette;

    TerminalPainter(Palette palette) {
        this.palette = palette;
    }

    String paint(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            if (!block.title().isEmpty()) {
                text.append(palette.bold(Terminal.safe(block.title()))).append('\n');
            }
            switch (block) {
                case Table table -> table(text, table);
                case Chart chart -> table(text, chart.table());
                case Timeline timeline ->
                        Gantt.lines(timeline)
                                .forEach(line -> text.append(Terminal.safe(line)).append('\n'));
                case Graph graph -> table(text, graph.table());
                case Tree tree -> node(text, tree.root(), "", "");
                case Prose prose -> prose(text, prose);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private void table(StringBuilder text, Table table) {
        int[] widths = new int[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(table.columns().get(i).title());
            for (List<Table.Cell> row : table.rows()) {
                widths[i] = Math.max(widths[i], width(Terminal.safe(row.get(i).text())));
            }
        }
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            cell(header, table, i, table.columns().get(i).title(), widths);
        }
        text.append(palette.faint(header.toString().stripTrailing())).append('\n');
        for (List<Table.Cell> row : table.rows()) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                cell(line, table, i, Terminal.safe(row.get(i).text()), widths);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static void cell(
            StringBuilder line, Table table, int column, String value, int[] widths) {
        String blanks = " ".repeat(Math.max(0, widths[column] - width(value)));
        line.append("  ");
        line.append(table.columns().get(column).number() ? blanks + value : value + blanks);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private void node(StringBuilder text, Tree.Node node, String first, String rest) {
        text.append(first).append(Terminal.safe(node.label()));
        if (!node.value().isEmpty()) {
            text.append("  ").append(palette.bold(Terminal.safe(node.value())));
        }
        text.append('\n');
        String bar = node.children().isEmpty() ? "  " : "│ ";
        for (String detail : node.details()) {
            wrap(text, palette, Terminal.safe(detail), rest + bar);
        }
        for (int i = 0; i < node.children().size(); i++) {
            boolean last = i == node.children().size() - 1;
            node(
                    text,
                    node.children().get(i),
                    rest + (last ? "└ " : "├ "),
                    rest + (last ? "  " : "│ "));
        }
    }

    private static void prose(StringBuilder text, Prose prose) {
        Palette plain = new Palette(false);
        wrap(text, plain, Terminal.safe(prose.text()), "");
        for (String item : prose.items()) {
            wrap(text, plain, "- " + Terminal.safe(item), "  ");
        }
    }

    /** Breaks at blanks; what has none stays long, so that an address can be copied. */
    private static void wrap(StringBuilder text, Palette palette, String line, String indent) {
        int room = Math.max(32, WIDTH - indent.length());
        int start = 0;
        while (line.length() - start > room) {
            int end = line.lastIndexOf(' ', start + room);
            if (end <= start) {
                end = line.indexOf(' ', start + room);
            }
            if (end < 0) {
                break;
            }
            text.append(indent).append(palette.faint(line.substring(start, end))).append('\n');
            start = end + 1;
        }
        text.append(indent).append(palette.faint(line.substring(start))).append('\n');
    }
}
