package dev.groundplan.reports;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of cells; every row has as many cells as there are columns. */
public record Table(String title, List<Column> columns, List<List<Cell>> rows) implements Block {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.size() + " cells in a table of " + columns.size() + " columns: " + row);
            }
        }
    }

    /**
     * @param number whether its cells are figures, which stand at the right
     */
    public record Column(String title, boolean number) {
        /**
         * The title as a field name of data: {@code Knowledge cut-off} is {@code knowledgeCutOff}.
         */
        public String id() {
            StringBuilder id = new StringBuilder();
            boolean upper = false;
            for (int i = 0; i < title.length(); i++) {
                char c = title.charAt(i);
                if (!Character.isLetterOrDigit(c)) {
                    upper = !id.isEmpty();
                } else {
                    id.append(
                            upper
                                    ? Character.toUpperCase(c)
                                    : id.isEmpty() ? Character.toLowerCase(c) : c);
                    upper = false;
                }
            }
            return id.toString();
        }
    }

    /**
     * @param text for people
     * @param value the same as a number, when it is one
     * @param place the stretch of a file that it is about, or {@link SourceRange#NOWHERE}
     */
    public record Cell(String text, Optional<Uncertain<?>> value, SourceRange place) {
        public static final Cell EMPTY = of("");

        public static Cell of(String text) {
            return new Cell(text, Optional.empty(), SourceRange.NOWHERE);
        }

        public static Cell of(String text, SourceRange place) {
            return new Cell(text, Optional.empty(), place);
        }

        /** A figure with its 80 % interval. */
        public static Cell of(Uncertain<?> value) {
            return new Cell(Figures.interval(value), Optional.of(value), SourceRange.NOWHERE);
        }

        /** A figure without doubt. */
        public static <Q extends Quantity<Q>> Cell exactly(Q value) {
            return of(Uncertain.exactly(value));
        }
    }

    /** Starts a table with these columns; a title that begins with {@code #} is of figures. */
    public static Builder of(String title, String... columns) {
        return new Builder(title, columns);
    }

    /** Takes rows one after another. */
    public static final class Builder {
        private final String title;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(String title, String... columns) {
            this.title = title;
            for (String column : columns) {
                boolean number = column.startsWith("#");
                this.columns.add(new Column(number ? column.substring(1) : column, number));
            }
        }

        /** Adds a row. */
        public Builder row(Cell... cells) {
            rows.add(List.of(cells));
            return this;
        }

        /** Adds a row of texts. */
        public Builder row(String... texts) {
            List<Cell> cells = new ArrayList<>();
            for (String text : texts) {
                cells.add(Cell.of(text));
            }
            rows.add(cells);
            return this;
        }

        public boolean isEmpty() {
            return rows.isEmpty();
        }

        public Table build() {
            return new Table(title, columns, rows);
        }
    }
}
