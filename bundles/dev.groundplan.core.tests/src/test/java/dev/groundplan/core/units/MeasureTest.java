package dev.groundplan.core.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
    @Provide
    Arbitrary<Measure> measures() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.doubles(),
                                Quantities.signed(),
                                Arbitraries.longs()
                                        .between(-2_000_000, 2_000_000_000)
                                        .map(Long::doubleValue)),
                        Arbitraries.of(
                                "",
                                "GB",
                                "tokens",
                                "%",
                                "USD",
                                "min",
                                "gCO2/kWh",
                                "accelerator-hours"),
                        Arbitraries.of(1.0, 1e3, 1e6, 1e9, 8.0, 1_234.0),
                        Arbitraries.of("", "second", "tokens", "pair", "month"))
                .as(
                        (number, unit, amount, per) ->
                                new Measure(number, unit, per.isEmpty() ? 1 : amount, per));
    }

    @Property
    void whatIsWrittenIsReadAgainToTheLastDigit(@ForAll("measures") Measure measure) {
        assertEquals(Optional.of(measure), Measure.parse(measure.toString()), measure.toString());
    }

    @Property
    void noTextMakesItFail(@ForAll String text, @ForAll("almost") String almost) {
        Measure.parse(text);
        Measure.parse(almost);
    }

    @Provide
    Arbitrary<String> almost() {
        return Arbitraries.of(
                        "1", "80", ".", "-", "_", ",", "e", "k", "M", " ", "per", "per ", "GB", "%",
                        "/", "e9", "..", "tokens")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    12                        | 12
                    -3 %                      | -3 %
                    50%                       | 50 %
                    80GB                      | 80 GB
                    1_200                     | 1_200
                    8_030_261_248             | 8_030_261_248
                    0.85                      | 0.85
                    3.2e21 FLOP               | 3.2e21 FLOP
                    120k                      | 120k
                    450k USD                  | 450k USD
                    4.2M tokens               | 4.2M tokens
                    15T tokens                | 15T tokens
                    2_048 tokens              | 2_048 tokens
                    10000                     | 10k
                    80000 GB                  | 80_000 GB
                    0.15 USD per 1M tokens    | 0.15 USD per 1M tokens
                    0.15 USD per 1k tokens    | 0.15 USD per 1_000 tokens
                    6 per second              | 6 per second
                    6 requests per second     | 6 requests per second
                    651,000 accelerator-hours | 651_000 accelerator-hours
                    350 gCO2/kWh              | 350 gCO2/kWh
                    2 personae                | 2 personae
                    """)
    void textIsReadAndWrittenAsAPersonWould(String text, String written) {
        assertEquals(written, Quantities.measure(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GB",
                "1..2",
                "1 2",
                "1.2.3",
                "80 GB fast",
                "6 per",
                "6 per 0 tokens",
                "6 per -1 tokens",
                "1e99999",
                "1e400",
                "1e999999999999",
                "12,34",
                "--1",
                "1 per per per",
                "80 GB per",
                "1_",
                "½"
            })
    void otherTextIsNotAMeasure(String text) {
        assertEquals(Optional.empty(), Measure.parse(text));
    }

    @Test
    void noTextAndEndlessTextAreNotMeasures() {
        assertEquals(Optional.empty(), Measure.parse(null));
        assertEquals(Optional.empty(), Measure.parse("9".repeat(1_000_000)));
    }

    @Test
    void thePartsOfAMeasureAreAsWritten() {
        assertEquals(
                new Measure(0.15, "USD", 1e6, "tokens"),
                Quantities.measure("0.15 USD per 1M tokens"));
        assertEquals(new Measure(80, "GB", 1, ""), Quantities.measure("80 GB"));
        assertEquals(new Measure(35, "%", 1, ""), Quantities.measure("35 %"));
        assertEquals(new Measure(6, "", 1, "second"), Quantities.measure("6 per second"));
    }

    @Test
    void aMeasureIsFiniteAndPerSomething() {
        assertThrows(IllegalArgumentException.class, () -> Measure.of(Double.NaN, "GB"));
        assertThrows(
                IllegalArgumentException.class, () -> Measure.of(Double.POSITIVE_INFINITY, "GB"));
        assertThrows(IllegalArgumentException.class, () -> new Measure(1, "USD", 0, "tokens"));
        assertThrows(IllegalArgumentException.class, () -> new Measure(1, "USD", -5, "tokens"));
        assertThrows(IllegalArgumentException.class, () -> new Measure(1, "USD", 1e6, ""));
        assertThrows(NullPointerException.class, () -> Measure.of(1, null));
    }
}
