package dev.groundplan.reports;

import dev.groundplan.core.plan.SourceRange;
import java.util.List;

/** Things and what leads from one to the other. */
public record Graph(String title, List<Node> nodes, List<Edge> edges) implements Block {
    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * @param id unique in the graph
     */
    public record Node(String id, String label, SourceRange place) {}

    /**
     * @param label why, or empty
     */
    public record Edge(String from, String to, String label) {}

    /** The same as a table. */
    public Table table() {
        Table.Builder table = Table.of(title, "From", "To", "Why");
        for (Edge edge : edges) {
            table.row(label(edge.from()), label(edge.to()), edge.label());
        }
        return table.build();
    }

    /** What a node is called; the id when the graph does not hold it. */
    public String label(String id) {
        for (Node node : nodes) {
            if (node.id().equals(id)) {
                return node.label();
            }
        }
        return id;
    }
}
