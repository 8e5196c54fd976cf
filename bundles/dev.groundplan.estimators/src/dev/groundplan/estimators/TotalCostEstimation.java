package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerItem;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Building and running together, and what comes back.
 *
 * @param contingency what to set aside on top of the median build cost, so that it holds at the
 *     budget's confidence
 * @param totals building and running so many months after release: 24, 36, and the horizon
 * @param unvalidated share of the build cost's P80 that rests on figures for which nobody read a
 *     source
 * @param value what the application is worth a month; empty where the file does not say
 * @param perTransaction running cost for each that it handles
 * @param payback time from release until what came back has paid for building; empty when never
 * @param gain what is left at the horizon, negative when it never paid
 */
public record TotalCostEstimation(
        Optional<Estimate<Money>> contingency,
        List<Estimate<Money>> totals,
        Optional<Estimate<Ratio>> unvalidated,
        Optional<Estimate<PricePerMonth>> value,
        Optional<Estimate<PricePerItem>> perTransaction,
        Optional<Estimate<Time>> payback,
        Optional<Estimate<Money>> gain)
        implements Estimation {
    /** What has not come back by then is taken never to. */
    public static final Time NEVER = Time.months(120);

    public TotalCostEstimation {
        totals = List.copyOf(totals);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>(totals);
        Stream.<Optional<? extends Estimate<?>>>of(
                        contingency, unvalidated, value, perTransaction, payback, gain)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }
}
