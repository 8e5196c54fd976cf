package dev.groundplan.core.plan;

import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a step really took.
 *
 * @param step its name
 * @param rounds passes
 */
public record Actual(
        String step,
        SourceRange range,
        Optional<LocalDate> started,
        Optional<LocalDate> finished,
        Optional<Stated<Effort>> effort,
        Optional<Stated<Money>> cost,
        Optional<Stated<AcceleratorHours>> acceleratorHours,
        Optional<Stated<Count>> rounds,
        List<Score> scores) {
    /** A value measured. */
    public record Score(String metric, Stated<Ratio> value) {}
}
