package dev.groundplan.core.plan;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one unit of another currency is worth.
 *
 * @param currency the other one
 * @param worth in the project's currency
 * @param asOf the day of the rate, where the file says so
 */
public record ExchangeRate(
        CurrencyCode currency,
        Stated<Uncertain<Money>> worth,
        Optional<LocalDate> asOf,
        SourceRange range) {}
