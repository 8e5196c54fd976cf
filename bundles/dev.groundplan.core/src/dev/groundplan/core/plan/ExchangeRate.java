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
 * @param from the first day of the rate; empty when it has held from the beginning
 */
public record ExchangeRate(
        CurrencyCode currency,
        Stated<Uncertain<Money>> worth,
        Optional<LocalDate> from,
        SourceRange range) {}
