package dev.groundplan.reports;

import dev.groundplan.core.plan.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Something and what it consists of or rests on. */
public record Tree(String title, Node root) implements Block {
    /**
     * @param label what it is
     * @param value its figure, or empty
     * @param details lines that explain it: the formula, the source
     */
    public record Node(
            String label,
            String value,
            List<String> details,
            SourceRange place,
            List<Node> children) {
        public Node {
            details = List.copyOf(details);
            children = List.copyOf(children);
        }
    }

    /** The same as a table, with the depth as dots before the label. */
    public Table table() {
        Table.Builder table = Table.of(title, "What", "Value", "Why");
        List<Node> nodes = new ArrayList<>(List.of(root));
        List<Integer> depths = new ArrayList<>(List.of(0));
        while (!nodes.isEmpty()) {
            Node node = nodes.removeLast();
            int depth = depths.removeLast();
            table.row(
                    "· ".repeat(depth) + node.label(),
                    node.value(),
                    String.join("; ", node.details()));
            for (Node child : node.children().reversed()) {
                nodes.add(child);
                depths.add(depth + 1);
            }
        }
        return table.build();
    }
}
