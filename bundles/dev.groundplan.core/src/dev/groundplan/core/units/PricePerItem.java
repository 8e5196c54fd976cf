package dev.groundplan.core.units;

import java.util.Objects;

/** A price of one item: a request, an example, a pair. */
public record PricePerItem(Money money) implements Monetary<PricePerItem> {
    public PricePerItem {
        Objects.requireNonNull(money, "money");
    }

    /** The price of so many items. */
    public Money times(Count items) {
        return money.times(items.value());
    }

    /** What items that come at that rate cost a month. */
    public PricePerMonth at(RequestRate rate) {
        return new PricePerMonth(money.times(rate.during(Time.months(1)).value()));
    }

    @Override
    public PricePerItem of(Money money) {
        return new PricePerItem(money);
    }

    @Override
    public Dimension<PricePerItem> dimension() {
        return Dimension.PRICE_PER_ITEM;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
