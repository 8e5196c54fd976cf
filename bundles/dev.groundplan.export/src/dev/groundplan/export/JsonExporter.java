package dev.groundplan.export;

import dev.groundplan.core.plan.SourceRange;
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
import java.util.Locale;

/**
 * The document as data: sections of blocks, every figure with its interval in base units. The
 * schema's number rises when a reader of the old shape would break.
 */
public final class JsonExporter implements Exporter {
    private static final String SCHEMA = "groundplan.plan/1";

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String format() {
        return "JSON";
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter();
        json.object().member("schema", SCHEMA).member("title", document.title());
        json.name("sections").array();
        for (Section section : document.sections()) {
            json.object().member("title", section.title());
            json.name("blocks").array();
            section.blocks().forEach(block -> block(json, block));
            json.endArray().endObject();
        }
        json.endArray().endObject();
        out.write(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void block(JsonWriter json, Block block) {
        json.object();
        json.member("type", type(block)).member("title", block.title());
        switch (block) {
            case Table table -> table(json, table);
            case Chart chart -> chart(json, chart);
            case Timeline timeline -> timeline(json, timeline);
            case Graph graph -> graph(json, graph);
            case Tree tree -> {
                json.name("root");
                node(json, tree.root());
            }
            case Prose prose -> {
                json.member("text", prose.text());
                strings(json, "items", prose.items());
            }
        }
        json.endObject();
    }

    private static String type(Block block) {
        return switch (block) {
            case Table table -> "table";
            case Chart chart -> "chart";
            case Timeline timeline -> "timeline";
            case Graph graph -> "graph";
            case Tree tree -> "tree";
            case Prose prose -> "prose";
        };
    }

    private static void table(JsonWriter json, Table table) {
        json.name("columns").array();
        for (Table.Column column : table.columns()) {
            json.object().member("id", column.id()).member("title", column.title()).endObject();
        }
        json.endArray();
        json.name("rows");
        rows(json, table);
    }

    /** The rows as an array of objects, a member a column. */
    private static void rows(JsonWriter json, Table table) {
        json.array();
        for (List<Table.Cell> row : table.rows()) {
            json.object();
            for (int i = 0; i < row.size(); i++) {
                Table.Cell cell = row.get(i);
                json.name(table.columns().get(i).id());
                if (cell.value().isEmpty() && !cell.place().isKnown()) {
                    json.value(cell.text());
                } else {
                    cell(json, cell);
                }
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void cell(JsonWriter json, Table.Cell cell) {
        json.object().member("text", cell.text());
        cell.value().ifPresent(value -> Numbers.members(json, value));
        place(json, cell.place());
        json.endObject();
    }

    private static void chart(JsonWriter json, Chart chart) {
        json.member("measure", chart.measure());
        json.member("form", chart.form().name().toLowerCase(Locale.ROOT));
        json.name("bars").array();
        for (Chart.Bar bar : chart.bars()) {
            json.object().member("label", bar.label());
            Numbers.members(json, bar.value());
            place(json, bar.place());
            json.endObject();
        }
        json.endArray();
    }

    private static void timeline(JsonWriter json, Timeline timeline) {
        json.name("spans").array();
        for (Timeline.Span span : timeline.spans()) {
            json.object()
                    .member("label", span.label())
                    .member("phase", span.phase())
                    .member("start", span.start().toString())
                    .member("end", span.end().toString())
                    .member("late", span.late().toString())
                    .name("critical")
                    .value(span.critical());
            place(json, span.place());
            json.endObject();
        }
        json.endArray();
    }

    private static void graph(JsonWriter json, Graph graph) {
        json.name("nodes").array();
        for (Graph.Node node : graph.nodes()) {
            json.object().member("id", node.id()).member("label", node.label());
            place(json, node.place());
            json.endObject();
        }
        json.endArray();
        json.name("edges").array();
        for (Graph.Edge edge : graph.edges()) {
            json.object()
                    .member("from", edge.from())
                    .member("to", edge.to())
                    .member("label", edge.label())
                    .endObject();
        }
        json.endArray();
    }

    private static void node(JsonWriter json, Tree.Node node) {
        json.object().member("label", node.label()).member("value", node.value());
        strings(json, "details", node.details());
        place(json, node.place());
        json.name("children").array();
        node.children().forEach(child -> node(json, child));
        json.endArray().endObject();
    }

    private static void strings(JsonWriter json, String name, List<String> strings) {
        json.name(name).array();
        strings.forEach(json::value);
        json.endArray();
    }

    private static void place(JsonWriter json, SourceRange place) {
        if (place.isKnown()) {
            json.member("file", place.file()).member("line", place.line());
        }
    }
}
