package dev.groundplan.core.units;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The units of one dimension as they are written, each with its size in the base unit; for reading and printing. */
record Units(List<Unit> list) {
    /** One unit: the usual word, the word for one (often the same), its size in the base unit of its table. */
    record Unit(String plural, String singular, double size) {}

    static final double DAY = 86_400;
    static final double DAYS_A_WEEK = 7;
    static final double MONTH = 730 * 3600.0;
    static final double HOURS_OF_WORK_A_DAY = 8;
    static final double WORKING_DAYS_A_WEEK = 5;

    /** 52 weeks of 5 days; a month of work is a twelfth. */
    static final double WORKING_DAYS_A_YEAR = 260;

    static final Units BYTES =
            of(
                    unit("bytes", "byte", 1),
                    unit("kB", 1e3),
                    unit("MB", 1e6),
                    unit("GB", 1e9),
                    unit("TB", 1e12));
    static final Units BINARY_BYTES =
            of(
                    unit("bytes", "byte", 1),
                    unit("KiB", 0x1p10),
                    unit("MiB", 0x1p20),
                    unit("GiB", 0x1p30),
                    unit("TiB", 0x1p40));
    static final Units DATA = BYTES.and(BINARY_BYTES);

    /** In seconds of the clock. */
    static final Units CLOCK =
            of(
                    unit("ms", 1e-3),
                    unit("s", 1),
                    unit("min", 60),
                    unit("hours", "hour", 3600),
                    unit("days", "day", DAY),
                    unit("weeks", "week", DAYS_A_WEEK * DAY),
                    unit("months", "month", MONTH),
                    unit("years", "year", 12 * MONTH));

    private static final Units CLOCK_WORDS =
            of(unit("seconds", "second", 1), unit("minutes", "minute", 60));

    /** {@link #CLOCK}, and words that a person also uses. */
    static final Units TIME = CLOCK.and(CLOCK_WORDS);

    /** What follows {@code per}: the same, {@code second} before {@code s}. */
    static final Units PER_TIME = CLOCK_WORDS.and(CLOCK);

    /** In hours. */
    static final Units HOURS = of(unit("hours", "hour", 1), unit("min", 1 / 60.0));

    /** In days; a week has seven. */
    static final Units DAYS = of(unit("days", "day", 1), unit("weeks", "week", DAYS_A_WEEK));

    /** Over what something grows, in seconds. */
    static final Units PERIODS =
            of(
                    unit("months", "month", MONTH),
                    unit("years", "year", 12 * MONTH),
                    unit("weeks", "week", DAYS_A_WEEK * DAY),
                    unit("days", "day", DAY));

    /** In person-days. */
    static final Units WORK =
            of(
                    unit("min", 1 / (60 * HOURS_OF_WORK_A_DAY)),
                    unit("hours", "hour", 1 / HOURS_OF_WORK_A_DAY),
                    unit("days", "day", 1),
                    unit("weeks", "week", WORKING_DAYS_A_WEEK),
                    unit("months", "month", WORKING_DAYS_A_YEAR / 12),
                    unit("years", "year", WORKING_DAYS_A_YEAR),
                    unit("minutes", "minute", 1 / (60 * HOURS_OF_WORK_A_DAY)));

    static final Units PERSON_TIME =
            of(
                    unit("person-hours", "person-hour", 1 / HOURS_OF_WORK_A_DAY),
                    unit("person-days", "person-day", 1));
    static final Units EFFORT = WORK.and(PERSON_TIME);
    static final Units FLOP = of(unit("FLOP", 1));
    static final Units FLOPS =
            of(
                    unit("FLOPS", 1),
                    unit("MFLOPS", 1e6),
                    unit("GFLOPS", 1e9),
                    unit("TFLOPS", 1e12),
                    unit("PFLOPS", 1e15),
                    unit("EFLOPS", 1e18));
    static final Units TOKENS = of(unit("tokens", "token", 1));
    static final Units PARAMETERS = of(unit("parameters", "parameter", 1));
    static final Units ACCELERATOR_HOURS =
            of(unit("accelerator-hours", "accelerator-hour", 1), unit("GPU-hours", "GPU-hour", 1));

    /** What is counted one by one. */
    static final Units ITEMS =
            of(
                    unit("requests", "request", 1),
                    unit("examples", "example", 1),
                    unit("pairs", "pair", 1),
                    unit("users", "user", 1),
                    unit("images", "image", 1),
                    unit("steps", "step", 1),
                    unit("items", "item", 1));

    /** A bare number, or one followed by what it counts. */
    static final Units COUNTED = of(unit("", 1)).and(ITEMS);

    static final Units PERCENT = of(unit("%", 0.01));
    static final Units POWER = of(unit("W", 1), unit("kW", 1e3), unit("MW", 1e6));
    static final Units ENERGY = of(unit("kWh", 1), unit("MWh", 1e3), unit("GWh", 1e6));
    static final Units CARBON = of(unit("gCO2", 1), unit("kgCO2", 1e3), unit("tCO2", 1e6));

    /** Of arrivals, in those per second; for printing. */
    static final Units RATE =
            of(
                    unit("per month", 1 / MONTH),
                    unit("per day", 1 / DAY),
                    unit("per hour", 1 / 3600.0),
                    unit("per minute", 1 / 60.0),
                    unit("per second", 1));

    static final Units CARBON_INTENSITY = of(unit("gCO2/kWh", 1));

    static Units of(Unit... units) {
        return new Units(List.of(units));
    }

    private static Unit unit(String plural, String singular, double size) {
        return new Unit(plural, singular, size);
    }

    private static Unit unit(String name, double size) {
        return new Unit(name, name, size);
    }

    /** These, then those of the other that are not among these. */
    Units and(Units other) {
        // plain loops: this runs at every start, and the first stream or record hash of all costs
        // 20 ms
        List<Unit> all = new ArrayList<>(list);
        for (Unit unit : other.list) {
            if (size(unit.plural).isEmpty()) {
                all.add(unit);
            }
        }
        return new Units(List.copyOf(all));
    }

    /** The size of the unit of that name in the base unit, or nothing when it is not one of these. */
    OptionalDouble size(String name) {
        for (Unit unit : list) {
            if (unit.plural.equals(name) || unit.singular.equals(name)) {
                return OptionalDouble.of(unit.size);
            }
        }
        return OptionalDouble.empty();
    }
}
