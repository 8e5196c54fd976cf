package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Numbers of one kind, each with its interval. */
final class FigureTable {
    private FigureTable() {}

    /** Of those whose key begins so; empty when there are none. */
    static Optional<Block> of(Analysis analysis, String title, String... prefix) {
        return of(analysis, title, key -> beginsWith(key, List.of(prefix)));
    }

    static Optional<Block> of(Analysis analysis, String title, Predicate<ResultKey> keys) {
        Table.Builder table = Table.of(title, "What", "#Median", "#80 % interval");
        List<Estimate<?>> ordered = new ArrayList<>(analysis.estimates());
        ordered.sort(ReadingOrder.COMPARATOR);
        ordered.stream()
                .filter(estimate -> keys.test(estimate.key()))
                .forEach(
                        estimate ->
                                table.row(
                                        Table.Cell.of(IntegrateReport.capital(estimate.title())),
                                        likely(estimate),
                                        range(estimate)));
        return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
    }

    static Table.Cell likely(Estimate<?> estimate) {
        return new Table.Cell(
                Figures.quantity(estimate.value().likely()),
                Optional.of(estimate.value()),
                SourceRange.NOWHERE);
    }

    /** Nothing when the number is known exactly. */
    static Table.Cell range(Estimate<?> estimate) {
        return Table.Cell.of(estimate.value().isExact() ? "" : Figures.range(estimate.value()));
    }

    static boolean beginsWith(ResultKey key, List<String> prefix) {
        return key.segments().size() >= prefix.size()
                && key.segments().subList(0, prefix.size()).equals(prefix);
    }
}
