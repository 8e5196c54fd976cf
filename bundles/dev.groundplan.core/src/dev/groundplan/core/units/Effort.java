package dev.groundplan.core.units;

/** Work of people: a day has 8 hours, a week 5 days, a year 52 weeks. Base unit: person-days. */
public record Effort(double value) implements Quantity<Effort> {
    public Effort {
        value = Finite.number(value, "effort");
    }

    /** So many person-days. */
    public static Effort days(double days) {
        return new Effort(days);
    }

    /** So many person-hours. */
    public static Effort hours(double hours) {
        return new Effort(hours / Units.HOURS_OF_WORK_A_DAY);
    }

    /** What it costs when a person-day costs that. */
    public Money at(PricePerDay price) {
        return price.money().times(value);
    }

    /** The calendar time that so many people take, who share it evenly: five working days span a week of seven. */
    public Time over(Count people) {
        return Time.days(
                value / Divisor.of(people) * Units.DAYS_A_WEEK / Units.WORKING_DAYS_A_WEEK);
    }

    @Override
    public Effort of(double value) {
        return new Effort(value);
    }

    @Override
    public Dimension<Effort> dimension() {
        return Dimension.EFFORT;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
