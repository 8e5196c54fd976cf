package dev.groundplan.reports;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Uncertain;
import java.util.List;

/**
 * Bars of one dimension beside each other, each with its 80 % interval.
 *
 * @param measure what the bars show, such as {@code build cost}
 */
public record Chart(String title, String measure, List<Bar> bars) implements Block {
    public Chart {
        bars = List.copyOf(bars);
    }

    /** One bar, as long as the median. */
    public record Bar(String label, Uncertain<?> value, SourceRange place) {}

    /** The median of the longest bar in the base unit, at least 0. */
    public Uncertain<?> longest() {
        Uncertain<?> longest = bars.getFirst().value();
        for (Bar bar : bars) {
            if (bar.value().likely().value() > longest.likely().value()) {
                longest = bar.value();
            }
        }
        return longest;
    }

    /** The same as a table. */
    public Table table() {
        Table.Builder table = Table.of(title, "Part", "#" + measure);
        for (Bar bar : bars) {
            table.row(Table.Cell.of(bar.label(), bar.place()), Table.Cell.of(bar.value()));
        }
        return table.build();
    }
}
