package dev.groundplan.core.units;

import static dev.groundplan.core.units.Reading.in;
import static dev.groundplan.core.units.Reading.money;
import static dev.groundplan.core.units.Reading.per;

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

    public static final Dimension<Count> COUNT =
            named("count", "120k", "").as(Count::new, in(Units.COUNTED));
    public static final Dimension<Ratio> RATIO =
            named("share", "35 %", "").as(Ratio::new, in(Units.PERCENT), Trait.BARE);

    /** Calendar time; the same words mean working time in {@link #EFFORT}. */
    public static final Dimension<Time> TIME =
            named("duration", "800 ms", "seconds").as(Time::new, in(Units.TIME));

    public static final Dimension<Bytes> BYTES =
            named("data size", "80 GB", "bytes").as(Bytes::new, in(Units.DATA));
    public static final Dimension<BytesPerSecond> BYTES_PER_SECOND =
            named("bandwidth", "450 GB per second", "bytes per second")
                    .as(BytesPerSecond::new, per(Units.DATA, Units.PER_TIME, 1));
    public static final Dimension<BytesPerToken> BYTES_PER_TOKEN =
            named("size per token", "128 KiB per token", "bytes per token")
                    .as(BytesPerToken::new, per(Units.DATA, Units.TOKENS, 1));
    public static final Dimension<Flop> FLOP =
            named("amount of computing", "3.2e21 FLOP", "FLOP").as(Flop::new, in(Units.FLOP));
    public static final Dimension<FlopPerSecond> FLOP_PER_SECOND =
            named("computing speed", "989 TFLOPS", "FLOP per second")
                    .as(
                            FlopPerSecond::new,
                            Reading.<FlopPerSecond>in(Units.FLOPS)
                                    .or(per(Units.FLOP, Units.PER_TIME, 1)));
    public static final Dimension<Tokens> TOKENS =
            named("number of tokens", "512 tokens", "tokens")
                    .as(Tokens::new, in(Units.TOKENS), Trait.BARE);
    public static final Dimension<TokensPerSecond> TOKENS_PER_SECOND =
            named("token rate", "50 tokens per second", "tokens per second")
                    .as(TokensPerSecond::new, per(Units.TOKENS, Units.PER_TIME, 1));
    public static final Dimension<TokensPerItem> TOKENS_PER_ITEM =
            named("number of tokens per item", "400 tokens per request", "tokens per item")
                    .as(TokensPerItem::new, per(Units.TOKENS, Units.ITEMS, 1));
    public static final Dimension<Parameters> PARAMETERS =
            named("number of parameters", "8B parameters", "parameters")
                    .as(Parameters::new, in(Units.PARAMETERS), Trait.BARE);
    public static final Dimension<AcceleratorHours> ACCELERATOR_HOURS =
            named("number of accelerator-hours", "1_200 accelerator-hours", "accelerator-hours")
                    .as(AcceleratorHours::new, in(Units.ACCELERATOR_HOURS), Trait.BARE);
    public static final Dimension<RequestRate> REQUEST_RATE =
            named("rate", "6 per second", "per second")
                    .as(RequestRate::new, per(Units.COUNTED, Units.PER_TIME, 1));
    public static final Dimension<ItemsPerRequest> ITEMS_PER_REQUEST =
            named("number per request", "0.3 per request", "per request")
                    .as(ItemsPerRequest::new, per(Units.COUNTED, Units.ITEMS, 1));
    public static final Dimension<TimePerItem> TIME_PER_ITEM =
            named("time per item", "4 min per pair", "seconds per item")
                    .as(TimePerItem::new, per(Units.TIME, Units.ITEMS.and(Units.TOKENS), 1));
    public static final Dimension<HoursPerDay> HOURS_PER_DAY =
            named("number of hours per day", "24 hours per day", "hours per day")
                    .as(HoursPerDay::new, per(Units.HOURS, Units.DAYS, 1));

    /** Working time: a day has 8 hours, a week 5 days; the same words mean calendar time in {@link #TIME}. */
    public static final Dimension<Effort> EFFORT =
            named("effort", "5 days", "person-days").as(Effort::new, in(Units.EFFORT));

    public static final Dimension<EffortPerMonth> EFFORT_PER_MONTH =
            named("effort per month", "20 hours per month", "person-days per month")
                    .as(EffortPerMonth::new, per(Units.EFFORT, Units.PER_TIME, Units.MONTH));
    public static final Dimension<GrowthRate> GROWTH_RATE =
            named("growth", "3 % per month", "per month")
                    .as(GrowthRate::new, new CompoundReading(), Trait.SIGNED);
    public static final Dimension<InterruptionRate> INTERRUPTION_RATE =
            named("interruption rate", "5 % per hour", "per hour")
                    .as(InterruptionRate::new, per(Units.PERCENT, Units.PER_TIME, 3600));
    public static final Dimension<Power> POWER =
            named("power", "700 W", "W").as(Power::new, in(Units.POWER));
    public static final Dimension<Energy> ENERGY =
            named("energy", "120 kWh", "kWh").as(Energy::new, in(Units.ENERGY));
    public static final Dimension<Carbon> CARBON =
            named("emission", "500 gCO2", "gCO2").as(Carbon::new, in(Units.CARBON));
    public static final Dimension<CarbonIntensity> CARBON_INTENSITY =
            named("carbon intensity", "350 gCO2/kWh", "gCO2/kWh")
                    .as(
                            CarbonIntensity::new,
                            Reading.<CarbonIntensity>in(Units.CARBON_INTENSITY)
                                    .or(per(Units.CARBON, Units.ENERGY, 1)));
    public static final Dimension<Money> MONEY =
            named("amount of money", "450k USD", "")
                    .as(usd(Function.identity()), money(), Trait.SIGNED);
    public static final Dimension<PricePerHour> PRICE_PER_HOUR =
            named("price per hour", "2.1 USD per hour", "per hour")
                    .as(usd(PricePerHour::new), money(Units.PER_TIME, 3600, PricePerHour::new));

    /** The price of people's work: an hour is an eighth of the day. */
    public static final Dimension<PricePerDay> PRICE_PER_DAY =
            named("rate of pay", "950 USD per day", "per person-day")
                    .as(usd(PricePerDay::new), money(Units.EFFORT, 1, PricePerDay::new));

    public static final Dimension<PricePerMonth> PRICE_PER_MONTH =
            named("price per month", "30k USD per month", "per month")
                    .as(
                            usd(PricePerMonth::new),
                            money(Units.PER_TIME, Units.MONTH, PricePerMonth::new));
    public static final Dimension<PricePerMillionTokens> PRICE_PER_MILLION_TOKENS =
            named("price of tokens", "0.15 USD per 1M tokens", "per 1M tokens")
                    .as(
                            usd(PricePerMillionTokens::new),
                            money(Units.TOKENS, 1e6, PricePerMillionTokens::new));
    public static final Dimension<PricePerItem> PRICE_PER_ITEM =
            named("price per item", "0.5 USD per example", "per item")
                    .as(usd(PricePerItem::new), money(Units.ITEMS, 1, PricePerItem::new));

    // the order decides what `of` says of a text that several dimensions read: `5 days` is a
    // duration before an effort
    private static final List<Dimension<?>> ALL =
            List.of(
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

    private final Words words;
    private final DoubleFunction<Q> inBaseUnit;
    private final Reading<Q> reading;
    private final Set<Trait> traits;

    private Dimension(
            Words words, DoubleFunction<Q> inBaseUnit, Reading<Q> reading, Set<Trait> traits) {
        this.words = words;
        this.inBaseUnit = inBaseUnit;
        this.reading = reading;
        this.traits = traits;
    }

    private record Words(String name, String example, String baseUnit) {
        <Q extends Quantity<Q>> Dimension<Q> as(
                DoubleFunction<Q> inBaseUnit, Reading<Q> reading, Trait... traits) {
            return new Dimension<>(this, inBaseUnit, reading, Set.of(traits));
        }
    }

    private static Words named(String name, String example, String baseUnit) {
        return new Words(name, example, baseUnit);
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
        return words.name;
    }

    /** The noun with its article, for "expected … ": {@code a data size}. */
    public String phrase() {
        return ("aeiou".indexOf(words.name.charAt(0)) < 0 ? "a " : "an ") + words.name;
    }

    /** One value as it may stand in a file: {@code 80 GB}. */
    public String example() {
        return words.example;
    }

    /** What {@link Quantity#value()} counts; "" for a bare number, and for money, whose currency is its unit. */
    public String baseUnit() {
        return words.baseUnit;
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
    @SuppressWarnings(
            "unchecked") // a dimension is a single instance, so equal dimensions have equal types
    public Optional<Uncertain<Q>> cast(Uncertain<?> range) {
        return range.likely().dimension() == this
                ? Optional.of((Uncertain<Q>) range)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return words.name;
    }
}
