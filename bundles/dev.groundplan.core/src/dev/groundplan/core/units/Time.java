package dev.groundplan.core.units;

import java.time.Duration;

/** A length of calendar time: a day has 24 hours, a week 7 days, a month 730 hours, a year twelve months. Base unit: seconds. */
public record Time(double value) implements Quantity<Time> {
    public Time {
        value = Finite.number(value, "duration");
    }

    /** So many seconds. */
    public static Time seconds(double seconds) {
        return new Time(seconds);
    }

    /** So many hours. */
    public static Time hours(double hours) {
        return new Time(hours * 3600);
    }

    /** So many days of 24 hours. */
    public static Time days(double days) {
        return new Time(days * Units.DAY);
    }

    /** So many months of 730 hours. */
    public static Time months(double months) {
        return new Time(months * Units.MONTH);
    }

    /** The same length. */
    public static Time of(Duration duration) {
        return new Time(duration.getSeconds() + duration.getNano() / 1e9);
    }

    /** The same length to the nanosecond; what a {@link Duration} cannot hold becomes its longest or shortest. */
    public Duration toDuration() {
        if (value >= Long.MAX_VALUE) {
            return Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        }
        if (value <= Long.MIN_VALUE) {
            return Duration.ofSeconds(Long.MIN_VALUE);
        }
        double whole = Math.floor(value);
        return Duration.ofSeconds((long) whole, Math.round((value - whole) * 1e9));
    }

    /** In hours. */
    public double hours() {
        return value / 3600;
    }

    /** In days of 24 hours. */
    public double days() {
        return value / Units.DAY;
    }

    /** In months of 730 hours. */
    public double months() {
        return value / Units.MONTH;
    }

    /** What so many accelerators, held for that long, come to. */
    public AcceleratorHours on(Count accelerators) {
        return new AcceleratorHours(hours() * accelerators.value());
    }

    /** What is paid for that long at so much an hour. */
    public Money at(PricePerHour price) {
        return price.money().times(hours());
    }

    /** What is paid for that long at so much a month. */
    public Money at(PricePerMonth price) {
        return price.money().times(months());
    }

    /** The effort of one person who works that long without a break: 8 hours are a day. */
    public Effort worked() {
        return new Effort(hours() / Units.HOURS_OF_WORK_A_DAY);
    }

    @Override
    public Time of(double value) {
        return new Time(value);
    }

    @Override
    public Dimension<Time> dimension() {
        return Dimension.TIME;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
