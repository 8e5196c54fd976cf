package dev.groundplan.core.units;

import static dev.groundplan.core.units.Quantities.measure;
import static dev.groundplan.core.units.Quantities.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every unit of the language, in the dimensions that take it. */
class ReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    duration            | 40 ms                    | 0.04
                    duration            | 4 s                      | 4
                    duration            | 1 second                 | 1
                    duration            | 30 min                   | 1_800
                    duration            | 1 hour                   | 3_600
                    duration            | 24 hours                 | 86_400
                    duration            | 1 days                   | 86_400
                    duration            | 1 day                    | 86_400
                    duration            | 2 weeks                  | 1_209_600
                    duration            | 1 week                   | 604_800
                    duration            | 1 month                  | 2_628_000
                    duration            | 24 months                | 63_072_000
                    duration            | 1 year                   | 31_536_000
                    duration            | 2 years                  | 63_072_000
                    effort              | 4 hours                  | 0.5
                    effort              | 48 min                   | 0.1
                    effort              | 1 day                    | 1
                    effort              | 10 days                  | 10
                    effort              | 2 weeks                  | 10
                    effort              | 12 months                | 260
                    effort              | 1 year                   | 260
                    effort              | 3 person-days            | 3
                    data size           | 1 byte                   | 1
                    data size           | 3 kB                     | 3_000
                    data size           | 3 MB                     | 3_000_000
                    data size           | 80GB                     | 80_000_000_000
                    data size           | 1 TB                     | 1_000_000_000_000
                    data size           | 1 KiB                    | 1_024
                    data size           | 1 MiB                    | 1_048_576
                    data size           | 1 GiB                    | 1_073_741_824
                    data size           | 1 TiB                    | 1_099_511_627_776
                    bandwidth           | 3.35 TB per second       | 3_350_000_000_000
                    bandwidth           | 60 GB per minute         | 1_000_000_000
                    size per token      | 128 KiB per token        | 131_072
                    amount of computing | 3.2e21 FLOP              | 3.2e21
                    computing speed     | 5 GFLOPS                 | 5e9
                    computing speed     | 989 TFLOPS               | 989e12
                    computing speed     | 1.2 PFLOPS               | 1.2e15
                    computing speed     | 2 EFLOPS                 | 2e18
                    computing speed     | 1e12 FLOP per second     | 1e12
                    number of tokens    | 1_200 tokens             | 1_200
                    number of tokens    | 85M tokens               | 85e6
                    number of tokens    | 1 token                  | 1
                    number of tokens per item | 400 tokens per step      | 400
                    number of tokens per item | 300 tokens per request   | 300
                    number of tokens per item | 512 tokens per example   | 512
                    token rate          | 60 tokens per minute     | 1
                    count               | 120k                     | 120_000
                    count               | 2M users                 | 2e6
                    count               | 4k pairs                 | 4_000
                    count               | 200 examples             | 200
                    count               | 3 images                 | 3
                    count               | 1 request                | 1
                    number of parameters| 8B parameters            | 8e9
                    share               | 92 %                     | 0.92
                    share               | 50%                      | 0.5
                    rate                | 6 per second             | 6
                    rate                | 30k requests per minute  | 500
                    rate                | 730 per month            | 0.0002777777777777778
                    rate                | 31_536_000 per year      | 1
                    number per request  | 0.3 per request          | 0.3
                    number per request  | 2 images per request     | 2
                    time per item       | 4 min per pair           | 240
                    time per item       | 40 ms per token          | 0.04
                    number of hours per day | 24 hours per day         | 24
                    number of hours per day | 84 hours per week        | 12
                    effort per month    | 20 hours per month       | 2.5
                    effort per month    | 5 days per year          | 0.4166666666666667
                    growth              | 3 % per month            | 0.03
                    growth              | -3 % per month           | -0.03
                    interruption rate   | 5 % per hour             | 0.05
                    interruption rate   | 24 % per day             | 0.01
                    power               | 700 W                    | 700
                    power               | 1.2 kW                   | 1_200
                    energy              | 120 kWh                  | 120
                    carbon intensity    | 350 gCO2/kWh             | 350
                    amount of money     | 450k USD                 | 450_000
                    amount of money     | 3 EUR                    | 3
                    price per hour      | 2.2 USD per hour         | 2.2
                    price per hour      | 48 USD per day           | 2
                    price per hour      | 1_460 USD per month      | 2
                    rate of pay         | 950 USD per day          | 950
                    rate of pay         | 35 USD per hour          | 280
                    rate of pay         | 5k USD per week          | 1_000
                    rate of pay         | 260k USD per year        | 1_000
                    price per month     | 30k USD per month        | 30_000
                    price per month     | 2 USD per hour           | 1_460
                    price per month     | 12k USD per year         | 1_000
                    price of tokens     | 0.15 USD per 1M tokens   | 0.15
                    price of tokens     | 0.002 USD per 1k tokens  | 2
                    price of tokens     | 0.000002 USD per token   | 2
                    price per item      | 0.5 USD per example      | 0.5
                    price per item      | 5 USD per 1k requests    | 0.005
                    """)
    void theLanguageReads(String dimensionName, String text, String expected) {
        Dimension<?> dimension = named(dimensionName);
        double value = dimension.read(measure(text)).orElseThrow().value();
        double wanted = measure(expected).number();
        assertEquals(wanted, value, Math.abs(wanted) * 1e-12);
    }

    private static Dimension<?> named(String name) {
        return Dimension.all().stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    duration  | 80 GB
                    duration  | 5
                    duration  | 5 Days
                    duration  | 5 days per week
                    data size | 80 gb
                    data size | 80 GB per second
                    data size | 4 s
                    share     | 0.35
                    share     | 3 % per month
                    number of tokens | 512
                    number of tokens | 512 token-ish
                    amount of money  | 5 dollars
                    amount of money  | 5 USD per hour
                    price of tokens  | 5 USD per second
                    price per hour   | 5 USD per request
                    computing speed  | 5 FLOP
                    count     | 5 %
                    growth    | 3 %
                    """)
    void anotherDimensionIsNotRead(String dimension, String text) {
        assertEquals(Optional.empty(), named(dimension).read(measure(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    80 GB                  | data size
                    5 days                 | duration
                    35 %                   | share
                    12                     | count
                    0.15 USD per 1M tokens | price of tokens
                    2 USD per hour         | price per hour
                    30k USD                | amount of money
                    6 per second           | rate
                    5 % per hour           | interruption rate
                    3 % per month          | growth
                    24 hours per day       | number of hours per day
                    4 min per pair         | time per item
                    350 gCO2/kWh           | carbon intensity
                    """)
    void aMeasureLooksLikeItsPlainestDimension(String text, String name) {
        assertEquals(name, Dimension.of(measure(text)).orElseThrow().name());
    }

    @Test
    void anUnknownUnitLooksLikeNothing() {
        assertEquals(Optional.empty(), Dimension.of(measure("5 parsecs")));
        assertEquals(Optional.empty(), Dimension.of(measure("5 GB per parsec")));
    }

    @Test
    void aPropertyThatNamesWhatItCountsNeedsNoUnit() {
        assertEquals(new Tokens(85e6), Dimension.TOKENS.readBare(measure("85M")).orElseThrow());
        assertEquals(
                new Tokens(85e6), Dimension.TOKENS.readBare(measure("85M tokens")).orElseThrow());
        assertEquals(new Ratio(0.45), Dimension.RATIO.readBare(measure("0.45")).orElseThrow());
        assertEquals(new Ratio(0.45), Dimension.RATIO.readBare(measure("45 %")).orElseThrow());
        assertEquals(
                new Parameters(8e9), Dimension.PARAMETERS.readBare(measure("8B")).orElseThrow());
        assertEquals(Optional.empty(), Dimension.TIME.readBare(measure("5")));
        assertEquals(Optional.empty(), Dimension.TOKENS.readBare(measure("5 GB")));
    }

    @Test
    void yearlyGrowthIsBroughtToAMonthAsInterestIs() {
        GrowthRate growth = read(Dimension.GROWTH_RATE, "30 % per year");
        assertEquals(1.3, growth.over(Time.months(12)).value(), 1e-12);
    }

    @Test
    void pricesKeepTheirCurrency() {
        assertEquals("CHF", read(Dimension.PRICE_PER_DAY, "120 CHF per hour").currency().code());
        assertEquals(
                "960 CHF per day", read(Dimension.PRICE_PER_DAY, "120 CHF per hour").toString());
    }

    @Test
    void aDayOfWorkIsNotADay() {
        assertEquals(24, read(Dimension.TIME, "1 day").hours());
        assertEquals(Effort.hours(8), read(Dimension.EFFORT, "1 day"));
    }

    @Test
    void everyDimensionReadsItsExampleAndNamesItself() {
        var names = new HashSet<String>();
        for (Dimension<?> dimension : Dimension.all()) {
            assertTrue(dimension.read(measure(dimension.example())).isPresent(), dimension.name());
            assertTrue(
                    dimension.phrase().startsWith("a ") || dimension.phrase().startsWith("an "),
                    dimension.phrase());
            assertTrue(names.add(dimension.name()), dimension.name());
            assertEquals(1.5, dimension.base(1.5).value(), dimension.name());
        }
        assertEquals(31, names.size());
    }

    @Test
    void everyUnitOfferedForCompletionIsRead() {
        for (Dimension<?> dimension : Dimension.all()) {
            assertFalse(dimension.units().isEmpty(), dimension.name());
            for (String unit : dimension.units()) {
                assertTrue(
                        dimension.read(measure("1 " + unit)).isPresent(),
                        dimension.name() + ": 1 " + unit);
            }
        }
    }

    @Property
    void aMultipleOfAMeasureIsTheMultipleOfItsQuantity(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double factor) {
        for (Dimension<?> dimension : Dimension.all()) {
            if (dimension != Dimension.GROWTH_RATE) {
                Measure one = measure("1 " + dimension.units().getLast());
                Measure many = new Measure(factor, one.unit(), one.perAmount(), one.per());
                double expected = dimension.read(one).orElseThrow().value() * factor;
                assertEquals(
                        expected,
                        dimension.read(many).orElseThrow().value(),
                        Math.abs(expected) * 1e-13,
                        one.toString());
            }
        }
    }
}
