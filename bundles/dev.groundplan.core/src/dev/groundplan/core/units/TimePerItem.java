package dev.groundplan.core.units;

/** What one item takes: an example to label, a pair to rank, a response to review, a token to write. Base unit: seconds per item. */
public record TimePerItem(double value) implements Quantity<TimePerItem> {
    public TimePerItem {
        value = Finite.number(value, "time per item");
    }

    /** What so many items take, one after another. */
    public Time times(Count items) {
        return new Time(value * items.value());
    }

    /** The work of a person on so many items, at 8 hours a day. */
    public Effort effortFor(Count items) {
        return times(items).worked();
    }

    @Override
    public TimePerItem of(double value) {
        return new TimePerItem(value);
    }

    @Override
    public Dimension<TimePerItem> dimension() {
        return Dimension.TIME_PER_ITEM;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
