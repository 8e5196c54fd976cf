package dev.groundplan.export;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.reports.Block;
import dev.groundplan.reports.Chart;
import dev.groundplan.reports.Document;
import dev.groundplan.reports.Graph;
import dev.groundplan.reports.Prose;
import dev.groundplan.reports.Section;
import dev.groundplan.reports.Table;
import dev.groundplan.reports.Timeline;
import dev.groundplan.reports.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Documents to write, and the writing. */
final class Documents {
    private static final SourceRange PLACE = new SourceRange("a.genai", 10, 4, 2, 3, 2, 7);

    private Documents() {}

    /** Every kind of block with this text wherever a text can stand. */
    static Document everywhere(String text) {
        Uncertain<Money> cost = Uncertain.between(usd(28_000), usd(61_000));
        Block table =
                Table.of(text, text, "#" + text)
                        .row(Table.Cell.of(text, PLACE), Table.Cell.of(cost))
                        .build();
        Block chart =
                new Chart(
                        text,
                        text,
                        List.of(
                                new Chart.Bar(text, Uncertain.exactly(new Bytes(5e9)), PLACE),
                                new Chart.Bar(text, Uncertain.exactly(new Bytes(1e9)), PLACE)));
        LocalDate start = LocalDate.of(2027, 1, 11);
        Block timeline =
                new Timeline(
                        text,
                        List.of(
                                new Timeline.Span(
                                        text,
                                        text,
                                        start,
                                        start.plusDays(10),
                                        start.plusDays(20),
                                        true,
                                        PLACE)));
        Block graph =
                new Graph(
                        text,
                        List.of(new Graph.Node("a", text, PLACE), new Graph.Node("b", text, PLACE)),
                        List.of(new Graph.Edge("a", "b", text)));
        Tree.Node leaf = new Tree.Node(text, text, List.of(text), PLACE, List.of());
        Block tree = new Tree(text, new Tree.Node(text, text, List.of(), PLACE, List.of(leaf)));
        Block prose = new Prose(text, text, List.of(text));
        return new Document(
                text,
                List.of(new Section(text, List.of(table, chart, timeline, graph, tree, prose))));
    }

    static Document prose(String text) {
        return new Document("t", List.of(new Section("s", List.of(Prose.of(text)))));
    }

    static String written(Exporter exporter, Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            exporter.write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Money usd(double amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
