package dev.groundplan.reports;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * Bars of one dimension beside each other.
 *
 * @param measure what the bars show, such as {@code build cost}
 */
public record Chart(String title, String measure, Form form, List<Bar> bars) implements Block {
    /** What a bar is drawn as. */
    public enum Form {
        /** From zero to the median. */
        LENGTHS,
        /** From the low to the high end, beside those of the others. */
        SPANS
    }

    public Chart {
        bars = List.copyOf(bars);
    }

    /** A chart of medians. */
    public Chart(String title, String measure, List<Bar> bars) {
        this(title, measure, Form.LENGTHS, bars);
    }

    /**
     * One bar.
     *
     * @param shown the value for people
     */
    public record Bar(String label, Uncertain<?> value, String shown, SourceRange place) {
        /** A bar whose value is shown with its interval. */
        public Bar(String label, Uncertain<?> value, SourceRange place) {
            this(label, value, Figures.interval(value), place);
        }
    }

    /** Where a bar begins and ends, as shares of the whole width. */
    public record Stretch(Ratio from, Ratio to) {}

    /** Where a bar of this chart stands beside the others. */
    public Stretch stretch(Bar bar) {
        double least = 0;
        double most = 0;
        if (form == Form.SPANS) {
            least = bars.stream().mapToDouble(b -> b.value().low().value()).min().orElse(0);
            most = bars.stream().mapToDouble(b -> b.value().high().value()).max().orElse(0);
            return new Stretch(
                    share(bar.value().low().value(), least, most),
                    share(bar.value().high().value(), least, most));
        }
        most = bars.stream().mapToDouble(b -> b.value().likely().value()).max().orElse(0);
        return new Stretch(Ratio.ZERO, share(bar.value().likely().value(), least, most));
    }

    private static Ratio share(double value, double least, double most) {
        return most > least
                ? new Ratio(Math.clamp((value - least) / (most - least), 0, 1))
                : Ratio.ZERO;
    }

    /** The same as a table. */
    public Table table() {
        Table.Builder table = Table.of(title, "Part", "#" + measure);
        for (Bar bar : bars) {
            table.row(Table.Cell.of(bar.label(), bar.place()), cell(bar));
        }
        return table.build();
    }

    /** The figure of a bar. */
    public static Table.Cell cell(Bar bar) {
        return new Table.Cell(bar.shown(), Optional.of(bar.value()), SourceRange.NOWHERE);
    }
}
