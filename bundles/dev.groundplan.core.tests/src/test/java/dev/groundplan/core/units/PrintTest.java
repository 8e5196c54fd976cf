package dev.groundplan.core.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Quantities.class)
class PrintTest {
    /** Three digits: half a unit of the third, at worst of 1.00. */
    private static final double PRECISION = 0.005000001;

    @Property
    void whatIsPrintedIsReadAgainWithinThePrecisionOfPrint(@ForAll Quantity<?> quantity) {
        readsAgain(quantity);
    }

    private <Q extends Quantity<Q>> void readsAgain(Quantity<Q> quantity) {
        String text = quantity.toString();
        Measure measure =
                Measure.parse(text)
                        .orElseThrow(() -> new AssertionError("does not parse: " + text));
        Q again =
                quantity.dimension()
                        .read(measure)
                        .orElseThrow(() -> new AssertionError("is not read: " + text));
        assertEquals(quantity.value(), again.value(), Math.abs(quantity.value()) * PRECISION, text);
    }

    @Property
    void powersOfTenAppearOnlyForComputingAndExtremes(@ForAll Quantity<?> quantity) {
        boolean powers = quantity.toString().matches("-?[0-9.]+e.*");
        double size = Math.abs(quantity.value());
        boolean usual = quantity.isZero() || size >= 1e-2 && size < 1e12;
        assertFalse(powers && usual && !(quantity instanceof Flop), quantity.toString());
    }

    @Property
    void noLocaleHasASay(@ForAll Quantity<?> quantity) {
        Locale before = Locale.getDefault();
        String text = quantity.toString();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(text, quantity.toString());
            Locale.setDefault(Locale.GERMANY);
            assertEquals(text, quantity.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    80e9              | 80 GB
                    5.678e9           | 5.68 GB
                    16060522496       | 16.1 GB
                    1                 | 1 byte
                    0                 | 0 bytes
                    999.6e6           | 1 GB
                    999.4e6           | 999 MB
                    -5e9              | -5 GB
                    1.5e15            | 1,500 TB
                    1e300             | 1e288 TB
                    """)
    void bytesScaleByThousands(double bytes, String text) {
        assertEquals(text, new Bytes(bytes).toString());
    }

    @Test
    void gigabytesAreNotGibibytes() {
        assertEquals("74.5 GiB", Bytes.gigabytes(80).toBinaryString());
        assertEquals("85.9 GB", Bytes.gibibytes(80).toString());
        assertTrue(Bytes.gibibytes(80).compareTo(Bytes.gigabytes(80)) > 0);
    }

    @Test
    void theKvCacheOfATokenIsInKibWhereThatIsExact() {
        assertEquals("128 KiB per token", new BytesPerToken(131_072).toString());
        assertEquals("128 kB per token", new BytesPerToken(128_000).toString());
        assertEquals("123 kB per token", new BytesPerToken(123_457).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.04              | 40 ms
                    0.8               | 800 ms
                    0.0000125         | 0.0125 ms
                    1.5               | 1.5 s
                    60                | 1 min
                    90                | 90 s
                    240               | 4 min
                    3600              | 1 hour
                    5400              | 90 min
                    9000              | 2.5 hours
                    86400             | 1 day
                    129600            | 36 hours
                    604800            | 7 days
                    1209600           | 2 weeks
                    2592000           | 30 days
                    3931200           | 6.5 weeks
                    7884000           | 3 months
                    31536000          | 12 months
                    63072000          | 24 months
                    157680000         | 5 years
                    -7200             | -2 hours
                    0                 | 0 s
                    """)
    void timeIsInTheUnitThatAPersonWouldUse(double seconds, String text) {
        assertEquals(text, new Time(seconds).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.35              | 35 %
                    1                 | 100 %
                    1.3               | 130 %
                    0.9995            | 99.95 %
                    0.999             | 99.9 %
                    0.78              | 78 %
                    0.12345           | 12.3 %
                    0.000012          | 0.0012 %
                    0                 | 0 %
                    15                | 1,500 %
                    """)
    void sharesAreInPercentAndNearlyAllIsNotAll(double share, String text) {
        assertEquals(text, new Ratio(share).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12                | 12
                    1234              | 1,234
                    120000            | 120,000
                    1.3               | 1.3
                    2.456789          | 2.46
                    1234567.8         | 1,234,568
                    3e15              | 3e15
                    """)
    void countsArePlain(double count, String text) {
        assertEquals(text, new Count(count).toString());
    }

    @Test
    void eachDimensionHasItsUnit() {
        CurrencyCode usd = CurrencyCode.USD;
        assertEquals("8.03B parameters", new Parameters(8_030_261_248.0).toString());
        assertEquals("8,192 tokens", new Tokens(8192).toString());
        assertEquals("1 token", new Tokens(1).toString());
        assertEquals("569B tokens", new Tokens(569e9).toString());
        assertEquals("3.35 TB per second", new BytesPerSecond(3.35e12).toString());
        assertEquals("1.80e23 FLOP", new Flop(1.8e23).toString());
        assertEquals("0 FLOP", new Flop(0).toString());
        assertEquals("989 TFLOPS", FlopPerSecond.teraflops(989).toString());
        assertEquals("651,000 accelerator-hours", new AcceleratorHours(651_234).toString());
        assertEquals("1 accelerator-hour", new AcceleratorHours(1).toString());
        assertEquals("5 person-days", Effort.days(5).toString());
        assertEquals("4 person-hours", Effort.hours(4).toString());
        assertEquals("2.5 person-days per month", new EffortPerMonth(2.5).toString());
        assertEquals("24 hours per day", new HoursPerDay(24).toString());
        assertEquals("2 min per item", new TimePerItem(120).toString());
        assertEquals("1,320 tokens per second", new TokensPerSecond(1320).toString());
        assertEquals("400 tokens per item", new TokensPerItem(400).toString());
        assertEquals("6 per second", new RequestRate(6).toString());
        assertEquals("9.13 per minute", new RequestRate(400_000 / (730 * 3600.0)).toString());
        assertEquals("0.3 per request", new ItemsPerRequest(0.3).toString());
        assertEquals("700 W", new Power(700).toString());
        assertEquals("358 kW", new Power(358_400).toString());
        assertEquals("504 kWh", new Energy(504).toString());
        assertEquals("176 kgCO2", new Carbon(176_400).toString());
        assertEquals("350 gCO2/kWh", new CarbonIntensity(350).toString());
        assertEquals("3 % per month", new GrowthRate(0.03).toString());
        assertEquals("5 % per hour", new InterruptionRate(0.05).toString());
        assertEquals("2.10 USD per hour", new PricePerHour(Money.of(2.1, usd)).toString());
        assertEquals("950 USD per day", new PricePerDay(Money.of(950, usd)).toString());
        assertEquals("30,000 USD per month", new PricePerMonth(Money.of(30_000, usd)).toString());
        assertEquals(
                "0.15 USD per 1M tokens",
                new PricePerMillionTokens(Money.of(0.15, usd)).toString());
        assertEquals("0.50 USD per item", new PricePerItem(Money.of(0.5, usd)).toString());
    }
}
