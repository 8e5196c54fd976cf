package dev.groundplan.core.units;

import java.util.Objects;

/** A price per person-day of 8 hours. */
public record PricePerDay(Money money) implements Monetary<PricePerDay> {
    public PricePerDay {
        Objects.requireNonNull(money, "money");
    }

    /** The price of a person-hour. */
    public Money perPersonHour() {
        return money.dividedBy(Units.HOURS_OF_WORK_A_DAY);
    }

    @Override
    public PricePerDay of(Money money) {
        return new PricePerDay(money);
    }

    @Override
    public Dimension<PricePerDay> dimension() {
        return Dimension.PRICE_PER_DAY;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
