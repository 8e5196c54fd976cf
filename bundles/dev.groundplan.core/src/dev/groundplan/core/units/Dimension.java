package dev.groundplan.core.units;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * What a quantity measures: its name, how a person writes it, and the reading of a {@link Measure}. There is one
 * instance for each quantity, and no others.
 */
public final class Dimension<Q extends Quantity<Q>> {
    private enum Trait {
        /** A property that names what it counts may leave the unit out. */
        BARE,
        /** A negative number has a meaning of its own. */
        SIGNED
    }

    public static final Dimension<Count> COUNT = new Dimension<>("count", "a count", "120k", "", Count::new, Reading.of(Units.COUNTED));
    public static final Dimension<Ratio> RATIO = new Dimension<>("share", "a share", "35 %", "", Ratio::new, Reading.of(Units.PERCENT), Trait.BARE);
    /** Calendar time; the same words mean working time in {@link #EFFORT}. */
    public static final Dimension<Time> TIME = new Dimension<>("duration", "a duration", "800 ms", "seconds", Time::new, Reading.of(Units.TIME));
    public static final Dimension<Bytes> BYTES = new Dimension<>("data size", "a data size", "80 GB", "bytes", Bytes::new, Reading.of(Units.DATA));
    public static final Dimension<BytesPerSecond> BYTES_PER_SECOND = new Dimension<>("bandwidth", "a bandwidth", "450 GB per second", "bytes per second", BytesPerSecond::new, Reading.per(Units.DATA, Units.TIME, 1));
    public static final Dimension<BytesPerToken> BYTES_PER_TOKEN = new Dimension<>("size per token", "a size per token", "128 KiB per token", "bytes per token", BytesPerToken::new, Reading.per(Units.DATA, Units.TOKENS, 1));
    public static final Dimension<Flop> FLOP = new Dimension<>("amount of computing", "an amount of computing", "3.2e21 FLOP", "FLOP", Flop::new, Reading.of(Units.FLOP));
    public static final Dimension<FlopPerSecond> FLOP_PER_SECOND = new Dimension<>("computing speed", "a computing speed", "989 TFLOPS", "FLOP per second", FlopPerSecond::new, Reading.<FlopPerSecond>of(Units.FLOPS).or(Reading.per(Units.FLOP, Units.TIME, 1)));
    public static final Dimension<Tokens> TOKENS = new Dimension<>("number of tokens", "a number of tokens", "512 tokens", "tokens", Tokens::new, Reading.of(Units.TOKENS), Trait.BARE);
    public static final Dimension<TokensPerSecond> TOKENS_PER_SECOND = new Dimension<>("token rate", "a rate of tokens", "50 tokens per second", "tokens per second", TokensPerSecond::new, Reading.per(Units.TOKENS, Units.TIME, 1));
    public static final Dimension<TokensPerItem> TOKENS_PER_ITEM = new Dimension<>("tokens per item", "a number of tokens per item", "400 tokens per request", "tokens per item", TokensPerItem::new, Reading.per(Units.TOKENS, Units.ITEMS, 1));
    public static final Dimension<Parameters> PARAMETERS = new Dimension<>("number of parameters", "a number of parameters", "8B parameters", "parameters", Parameters::new, Reading.of(Units.PARAMETERS), Trait.BARE);
    public static final Dimension<AcceleratorHours> ACCELERATOR_HOURS = new Dimension<>("accelerator-hours", "a number of accelerator-hours", "1_200 accelerator-hours", "accelerator-hours", AcceleratorHours::new, Reading.of(Units.ACCELERATOR_HOURS), Trait.BARE);
    public static final Dimension<RequestRate> REQUEST_RATE = new Dimension<>("rate", "a rate", "6 per second", "per second", RequestRate::new, Reading.per(Units.COUNTED, Units.TIME, 1));
    public static final Dimension<ItemsPerRequest> ITEMS_PER_REQUEST = new Dimension<>("number per request", "a number per request", "0.3 per request", "per request", ItemsPerRequest::new, Reading.per(Units.COUNTED, Units.ITEMS, 1));
    public static final Dimension<TimePerItem> TIME_PER_ITEM = new Dimension<>("time per item", "a time per item", "4 min per pair", "seconds per item", TimePerItem::new, Reading.per(Units.TIME, Units.ITEMS.and(Units.TOKENS), 1));
    public static final Dimension<HoursPerDay> HOURS_PER_DAY = new Dimension<>("hours per day", "a number of hours per day", "24 hours per day", "hours per day", HoursPerDay::new, Reading.per(Units.HOURS, Units.DAYS, 1));
    /** Working time: a day has 8 hours, a week 5 days; the same words mean calendar time in {@link #TIME}. */
    public static final Dimension<Effort> EFFORT = new Dimension<>("effort", "an effort", "5 days", "person-days", Effort::new, Reading.of(Units.EFFORT));
    public static final Dimension<EffortPerMonth> EFFORT_PER_MONTH = new Dimension<>("effort per month", "an effort per month", "20 hours per month", "person-days per month", EffortPerMonth::new, Reading.per(Units.EFFORT, Units.TIME, Units.MONTH));
    public static final Dimension<GrowthRate> GROWTH_RATE = new Dimension<>("growth", "a growth", "3 % per month", "per month", GrowthRate::new, new CompoundReading(), Trait.SIGNED);
    public static final Dimension<InterruptionRate> INTERRUPTION_RATE = new Dimension<>("interruption rate", "a share per hour", "5 % per hour", "per hour", InterruptionRate::new, Reading.per(Units.PERCENT, Units.TIME, 3600));
    public static final Dimension<Power> POWER = new Dimension<>("power", "a power", "700 W", "W", Power::new, Reading.of(Units.POWER));
    public static final Dimension<Energy> ENERGY = new Dimension<>("energy", "an energy", "120 kWh", "kWh", Energy::new, Reading.of(Units.ENERGY));
    public static final Dimension<Carbon> CARBON = new Dimension<>("emission", "an emission", "500 gCO2", "gCO2", Carbon::new, Reading.of(Units.CARBON));
    public static final Dimension<CarbonIntensity> CARBON_INTENSITY = new Dimension<>("carbon intensity", "a carbon intensity", "350 gCO2/kWh", "gCO2/kWh", CarbonIntensity::new, Reading.<CarbonIntensity>of(Units.CARBON_INTENSITY).or(Reading.per(Units.CARBON, Units.ENERGY, 1)));
    public static final Dimension<Money> MONEY = new Dimension<>("amount of money", "an amount of money", "450k USD", "", usd(Function.identity()), Reading.money(), Trait.SIGNED);
    public static final Dimension<PricePerHour> PRICE_PER_HOUR = new Dimension<>("price per hour", "a price per hour", "2.1 USD per hour", "per hour", usd(PricePerHour::new), Reading.money(Units.TIME, 3600, PricePerHour::new));
    /** The price of people's work: an hour is an eighth of the day. */
    public static final Dimension<PricePerDay> PRICE_PER_DAY = new Dimension<>("rate of pay", "a rate of pay", "950 USD per day", "per person-day", usd(PricePerDay::new), Reading.money(Units.EFFORT, 1, PricePerDay::new));
    public static final Dimension<PricePerMonth> PRICE_PER_MONTH = new Dimension<>("price per month", "a price per month", "30k USD per month", "per month", usd(PricePerMonth::new), Reading.money(Units.TIME, Units.MONTH, PricePerMonth::new));
    public static final Dimension<PricePerMillionTokens> PRICE_PER_MILLION_TOKENS = new Dimension<>("price of tokens", "a price of tokens", "0.15 USD per 1M tokens", "per 1M tokens", usd(PricePerMillionTokens::new), Reading.money(Units.TOKENS, 1e6, PricePerMillionTokens::new));
    public static final Dimension<PricePerItem> PRICE_PER_ITEM = new Dimension<>("price per item", "a price per item", "0.5 USD per example", "per item", usd(PricePerItem::new), Reading.money(Units.ITEMS, 1, PricePerItem::new));

    // the order decides what `of` says of a text that several dimensions read: `5 days` is a duration before an effort
    private static final List<Dimension<?>> ALL = List.of(
            COUNT,
            RATIO,
            TIME,
            BYTES,
            BYTES_PER_SECOND,
            BYTES_PER_TOKEN,
            FLOP,
            FLOP_PER_SECOND,
            TOKENS,
            TOKENS_PER_SECOND,
            TOKENS_PER_ITEM,
            PARAMETERS,
            ACCELERATOR_HOURS,
            REQUEST_RATE,
            ITEMS_PER_REQUEST,
            TIME_PER_ITEM,
            HOURS_PER_DAY,
            EFFORT,
            EFFORT_PER_MONTH,
            GROWTH_RATE,
            INTERRUPTION_RATE,
            POWER,
            ENERGY,
            CARBON,
            CARBON_INTENSITY,
            MONEY,
            PRICE_PER_HOUR,
            PRICE_PER_DAY,
            PRICE_PER_MONTH,
            PRICE_PER_MILLION_TOKENS,
            PRICE_PER_ITEM);

    private final String name;
    private final String phrase;
    private final String example;
    private final String baseUnit;
    private final DoubleFunction<Q> inBaseUnit;
    private final Reading<Q> reading;
    private final Set<Trait> traits;

    private Dimension(
            String name,
            String phrase,
            String example,
            String baseUnit,
            DoubleFunction<Q> inBaseUnit,
            Reading<Q> reading,
            Trait... traits) {
        this.name = name;
        this.phrase = phrase;
        this.example = example;
        this.baseUnit = baseUnit;
        this.inBaseUnit = inBaseUnit;
        this.reading = reading;
        this.traits = Set.of(traits);
    }

    private static <Q> DoubleFunction<Q> usd(Function<Money, Q> price) {
        return amount -> price.apply(Money.of(amount, CurrencyCode.USD));
    }

    /** What the measure looks like when nothing else is known of it; nothing when its unit is unknown. */
    public static Optional<Dimension<?>> of(Measure measure) {
        for (Dimension<?> dimension : ALL) {
            if (dimension.read(measure).isPresent()) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    /** Every dimension, the plainest first. */
    public static List<Dimension<?>> all() {
        return ALL;
    }

    /** The noun: {@code data size}. */
    public String name() {
        return name;
    }

    /** The noun with its article, for "expected … ": {@code a data size}. */
    public String phrase() {
        return phrase;
    }

    /** One value as it may stand in a file: {@code 80 GB}. */
    public String example() {
        return example;
    }

    /** What {@link Quantity#value()} counts; "" for a bare number, and for money, whose currency is its unit. */
    public String baseUnit() {
        return baseUnit;
    }

    /** The units that may be written, the usual ones first, for completion; of money and prices those in USD. */
    public List<String> units() {
        return reading.words();
    }

    /** Whether a file may say a negative number, as of a growth; a calculation may always reach one. */
    public boolean allowsNegative() {
        return traits.contains(Trait.SIGNED);
    }

    /**
     * The quantity that a measure says; nothing when its unit is of another dimension, or the number too large for a
     * {@code double} in the base unit. Never throws.
     */
    public Optional<Q> read(Measure measure) {
        return reading.read(measure, inBaseUnit);
    }

    /**
     * As {@link #read}, and a number without a unit too, where the property itself names what it counts
     * ({@code tokens 85M}) or its range (a metric of 0..1): counts, tokens, parameters, accelerator-hours, shares.
     */
    public Optional<Q> readBare(Measure measure) {
        if (traits.contains(Trait.BARE) && measure.unit().isEmpty() && measure.per().isEmpty()) {
            return Optional.of(inBaseUnit.apply(measure.number()));
        }
        return read(measure);
    }

    /**
     * A quantity of so many base units; of money and prices in USD ({@link Quantity#of} keeps a currency).
     *
     * @throws IllegalArgumentException when the number is not finite
     */
    public Q base(double value) {
        return inBaseUnit.apply(value);
    }

    /** The range as one of this dimension; empty when it measures something else. */
    @SuppressWarnings("unchecked") // a dimension is a single instance, so equal dimensions have equal types
    public Optional<Uncertain<Q>> cast(Uncertain<?> range) {
        return range.likely().dimension() == this
                ? Optional.of((Uncertain<Q>) range)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
