package dev.groundplan.core.units;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Growth: a share per period, brought to a month as interest is, since it compounds. */
final class CompoundReading implements Reading<GrowthRate> {
    @Override
    public Optional<GrowthRate> read(Measure measure, DoubleFunction<GrowthRate> perMonth) {
        OptionalDouble percent = Units.PERCENT.size(measure.unit());
        OptionalDouble period = Units.PERIODS.size(measure.per());
        if (percent.isEmpty() || period.isEmpty()) {
            return Optional.empty();
        }
        double share = measure.number() * percent.getAsDouble();
        double periods = Units.MONTH / (measure.perAmount() * period.getAsDouble());
        // a month as written stays as written: 3 % is not 2.9999999999999 %
        double monthly = periods == 1 ? share : StrictMath.pow(1 + share, periods) - 1;
        return Double.isFinite(monthly) ? Optional.of(perMonth.apply(monthly)) : Optional.empty();
    }

    @Override
    public List<String> words() {
        return List.of("% per month", "% per year", "% per week", "% per day");
    }
}
