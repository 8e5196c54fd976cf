package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Money month by month, from the start of the project to the end of its horizon.
 *
 * @param months in order, without gaps; their costs add up to the total cost over the horizon at
 *     medians, that of {@link TotalCostEstimation}
 */
public record CashFlowEstimation(List<Month> months) implements Estimation {
    /**
     * @param out what is paid
     * @param in what the application brings; empty where nothing is known or nothing comes
     */
    public record Month(
            YearMonth month, Optional<Estimate<Money>> out, Optional<Estimate<Money>> in) {}

    public CashFlowEstimation {
        months = List.copyOf(months);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>();
        for (Month month : months) {
            month.out().ifPresent(all::add);
            month.in().ifPresent(all::add);
        }
        return all;
    }
}
