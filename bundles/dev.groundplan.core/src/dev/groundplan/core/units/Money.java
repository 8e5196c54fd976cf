package dev.groundplan.core.units;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount of money, nominal, in one currency. Sixteen digits; rounded to what a person reads at display only.
 *
 * @param amount in whole units of the currency (dollars, not cents), without trailing zeros
 */
public record Money(BigDecimal amount, CurrencyCode currency) implements Monetary<Money> {
    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = amount.round(PRECISION);
        // a scale of its own would make equal amounts unequal records
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        Finite.number(amount.doubleValue(), "amount of money");
    }

    /** That amount, as the number prints: 0.1 is a tenth. */
    public static Money of(double amount, CurrencyCode currency) {
        return new Money(Finite.decimal(amount, "amount of money"), currency);
    }

    /** No money, in that currency. */
    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The price of an accelerator-hour when so many cost this. */
    public PricePerHour over(AcceleratorHours hours) {
        return new PricePerHour(dividedBy(Divisor.of(hours)));
    }

    /** The price of a month when that time costs this. */
    public PricePerMonth over(Time time) {
        return new PricePerMonth(dividedBy(Divisor.of(time.months())));
    }

    /** The price of a person-day when that effort costs this. */
    public PricePerDay over(Effort effort) {
        return new PricePerDay(dividedBy(Divisor.of(effort)));
    }

    /** The price of a million tokens when so many cost this. */
    public PricePerMillionTokens over(Tokens tokens) {
        return new PricePerMillionTokens(dividedBy(Divisor.of(tokens)).times(1e6));
    }

    /** The price of each when so many cost this. */
    public PricePerItem over(Count items) {
        return new PricePerItem(dividedBy(Divisor.of(items)));
    }

    @Override
    public Money money() {
        return this;
    }

    @Override
    public Money of(Money money) {
        return money;
    }

    @Override
    public Dimension<Money> dimension() {
        return Dimension.MONEY;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
