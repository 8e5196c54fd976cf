package dev.groundplan.core.plan;

import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the project may cost and until when.
 *
 * @param build people, accelerators, data and risk until release
 * @param confidence the percentile at which build and deadline must hold
 */
public record Budget(
        SourceRange range,
        Optional<Stated<Money>> build,
        Optional<Stated<PricePerMonth>> run,
        Optional<Stated<LocalDate>> deadline,
        Optional<Stated<Time>> horizon,
        Stated<Ratio> confidence) {
    /** No caps; the percentile at which caps would have to hold is the language's default. */
    public static final Budget NONE =
            new Budget(
                    SourceRange.NOWHERE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Stated.assumed(
                            new Ratio(0.8), "the language's default confidence", Source.UNKNOWN));
}
