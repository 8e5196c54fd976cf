package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.PricePerMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What it costs to run a month after release, in the project's currency.
 *
 * @param parts that add up to the whole
 * @param month all together; empty when nothing costs anything that is known
 */
public record RunCostEstimation(List<Part> parts, Optional<Estimate<PricePerMonth>> month)
        implements Estimation {
    /**
     * @param grows whether it grows as the requests do
     * @param own whether the part is this estimation's own result, and no other's
     */
    public record Part(Estimate<PricePerMonth> month, boolean grows, boolean own) {}

    public RunCostEstimation {
        parts = List.copyOf(parts);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>();
        parts.stream().filter(Part::own).forEach(part -> all.add(part.month()));
        month.ifPresent(all::add);
        return all;
    }
}
