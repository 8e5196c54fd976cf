package dev.groundplan.core.units;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A quantity whose number is an amount of money: money itself, or a price per something. Amounts are decimal with 16
 * digits, rounded at display only. Two currencies never meet in one sum or comparison: exchange one first.
 */
public sealed interface Monetary<Q extends Monetary<Q>> extends Quantity<Q>
        permits Money,
                PricePerHour,
                PricePerDay,
                PricePerMonth,
                PricePerMillionTokens,
                PricePerItem {

    /** Sixteen decimal digits, half even: as many as a {@code double} can tell apart. */
    MathContext PRECISION = MathContext.DECIMAL64;

    /** The money, without what it is paid for. */
    Money money();

    /** The same kind of price with another amount. */
    Q of(Money money);

    /** The currency of the amount. */
    default CurrencyCode currency() {
        return money().currency();
    }

    /** The amount as the nearest {@code double}. */
    @Override
    default double value() {
        return money().amount().doubleValue();
    }

    @Override
    default Q of(double value) {
        return of(Money.of(value, currency()));
    }

    /** An amount in the same currency. */
    private Q of(BigDecimal amount) {
        return of(new Money(amount, currency()));
    }

    @Override
    default Q plus(Q other) {
        return of(money().amount().add(amountInSameCurrency(other), PRECISION));
    }

    @Override
    default Q minus(Q other) {
        return of(money().amount().subtract(amountInSameCurrency(other), PRECISION));
    }

    @Override
    default Q times(double factor) {
        return of(money().amount().multiply(Finite.decimal(factor, "factor"), PRECISION));
    }

    @Override
    default Ratio dividedBy(Q other) {
        BigDecimal divisor = amountInSameCurrency(other);
        if (divisor.signum() == 0) {
            throw new IllegalArgumentException("cannot divide " + this + " by " + other);
        }
        return new Ratio(money().amount().divide(divisor, PRECISION).doubleValue());
    }

    @Override
    default Q dividedBy(double divisor) {
        if (divisor == 0) {
            throw new IllegalArgumentException("cannot divide " + this + " by 0");
        }
        return of(money().amount().divide(Finite.decimal(divisor, "divisor"), PRECISION));
    }

    @Override
    default int compareTo(Q other) {
        return money().amount().compareTo(amountInSameCurrency(other));
    }

    /**
     * The same in another currency.
     *
     * @param priceOfOne what one unit of this currency costs in the other: 1.08 USD to exchange euros into dollars
     */
    default Q exchangedAt(Money priceOfOne) {
        return of(
                new Money(
                        money().amount().multiply(priceOfOne.amount(), PRECISION),
                        priceOfOne.currency()));
    }

    private BigDecimal amountInSameCurrency(Q other) {
        if (!other.currency().equals(currency())) {
            throw new IllegalArgumentException(
                    "currencies differ: "
                            + this
                            + " and "
                            + other
                            + "; exchange one of them first");
        }
        return other.money().amount();
    }
}
