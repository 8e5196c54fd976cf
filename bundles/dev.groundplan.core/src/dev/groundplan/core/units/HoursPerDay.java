package dev.groundplan.core.units;

/** For how many hours of each calendar day something runs or is used. Base unit: hours per day. */
public record HoursPerDay(double value) implements Quantity<HoursPerDay> {
    public HoursPerDay {
        value = Finite.number(value, "hours per day");
    }

    /** The share of the day. */
    public Ratio share() {
        return new Ratio(value / 24);
    }

    /** The running time within that calendar time. */
    public Time during(Time time) {
        return time.times(share());
    }

    @Override
    public HoursPerDay of(double value) {
        return new HoursPerDay(value);
    }

    @Override
    public Dimension<HoursPerDay> dimension() {
        return Dimension.HOURS_PER_DAY;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
