package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purchase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices that hold from a day: text in, the price of the plan's day out. */
class DatedPriceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Engine ENGINE = Engine.create();

    private static final String FALLING =
            """
            accelerator Mine {
              memory 80 GB  bandwidth 2 TB per second  bf16 300 TFLOPS
              price 4 USD per hour
              price 2 USD per hour from 2028-01-01
              price 3 USD per hour from 2027-01-01
              spot  1 USD per hour from 2027-06-01
              source unknown
            }
            """;

    private static Analysed read(String text, LocalDate today) {
        return new Analysed(
                ENGINE.analyse(
                        "prices.genai",
                        Path.of("/prices.genai").toAbsolutePath(),
                        text,
                        new Engine.Settings(today, 1),
                        Cancellation.NEVER));
    }

    private record Analysed(AnalysedFile file) {
        Plan plan() {
            return file.projects().getFirst().plan();
        }

        Optional<Double> price(Purchase purchase) {
            return Optional.ofNullable(
                            plan().catalogue().accelerators().get("Mine").prices().get(purchase))
                    .map(price -> price.value().likely().value());
        }

        List<Input> inputs() {
            return file.projects().getFirst().estimates().stream()
                    .flatMap(estimate -> estimate.derivation().allInputs())
                    .toList();
        }

        List<String> findings() {
            return file.findings().stream()
                    .filter(finding -> !finding.rule().equals("ShadowedCatalogueEntry"))
                    .map(Finding::rule)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 4",
        "2027-01-01, 3",
        "2027-12-31, 3",
        "2028-01-01, 2",
        "2031-05-05, 2",
    })
    void thePriceOfTheDayOnWhichTheProjectStartsHolds(LocalDate start, double price) {
        Analysed starting = read(FALLING + "project p { start " + start + " }", TODAY);
        assertEquals(Optional.of(price), starting.price(Purchase.ON_DEMAND));
        Analysed today = read(FALLING + "project p { }", start);
        assertEquals(Optional.of(price), today.price(Purchase.ON_DEMAND), "without a start, today");
    }

    @Test
    void beforeItsFirstDayThereIsNoPrice() {
        Analysed before = read(FALLING + "project p { start 2027-05-31 }", TODAY);
        Analysed then = read(FALLING + "project p { start 2027-06-01 }", TODAY);
        assertEquals(Optional.empty(), before.price(Purchase.SPOT));
        assertEquals(Optional.of(1.0), then.price(Purchase.SPOT));
    }

    @Test
    void aScenarioThatStartsLaterHasTheLaterPrice() {
        Analysed both =
                read(
                        FALLING
                                + "project p { start 2027-01-11  scenario late { start 2028-01-11"
                                + " } }",
                        TODAY);
        assertEquals(Optional.of(3.0), both.price(Purchase.ON_DEMAND));
        assertEquals(
                2.0,
                both.file()
                        .scenarios()
                        .getFirst()
                        .plan()
                        .catalogue()
                        .accelerators()
                        .get("Mine")
                        .prices()
                        .get(Purchase.ON_DEMAND)
                        .value()
                        .likely()
                        .value());
    }

    /**
     * 1M requests a month (of 730 hours) of 1,000 tokens in and 1,000 out: 2 and 8 USD a million
     * make 2,000 and 8,000 USD; at half the price of output 2,000 and 4,000.
     */
    @ParameterizedTest
    @CsvSource({"2026-12-01, 10_000", "2027-01-01, 6_000"})
    void whatAnEndpointCostsFollowsTheDay(LocalDate start, String month) {
        Analysed analysed =
                read(
                        """
                        endpoint mine/hosted {
                          input 2 USD per 1M tokens
                          output 8 USD per 1M tokens  output 4 USD per 1M tokens from 2027-01-01
                          source unknown
                        }
                        project p {
                          start %s
                          scope { workload { requests 1M per month  input 1_000 tokens  output 1_000 tokens  cached 0 %% } }
                          model { existing mine/hosted }
                        }
                        """
                                .formatted(start),
                        TODAY);
        double cost =
                analysed.file().projects().getFirst().estimates().stream()
                        .filter(e -> e.key().toString().equals("serving.cost.month"))
                        .findFirst()
                        .orElseThrow()
                        .value()
                        .likely()
                        .value();
        assertEquals(Double.parseDouble(month.replace("_", "")), cost, 1e-6 * cost);
    }

    @Test
    void aRateOfARoleFollowsTheDayAndItsOriginNamesIt() {
        String rates =
                "rates ours { role ml-engineer 800 USD per day  role ml-engineer 900 USD per day"
                        + " from 2027-01-01  source unknown }\n";
        String project = "project p { start %s  model { existing Qwen/Qwen2.5-7B-Instruct } }";
        for (String start : List.of("2026-12-01", "2027-02-01")) {
            Analysed analysed = read(rates + project.formatted(start), TODAY);
            assertEquals(List.of(), analysed.findings());
            var rate = analysed.plan().catalogue().rates().get("ml-engineer");
            boolean later = start.startsWith("2027");
            assertEquals(later ? 900 : 800, rate.perDay().likely().value());
            assertEquals(
                    later ? Optional.of(LocalDate.of(2027, 1, 1)) : Optional.empty(),
                    ((Origin.FromCatalogue) rate.origin()).since());
        }
    }

    @Test
    void aDerivationSaysSinceWhenItsPriceIsValid() {
        Analysed analysed =
                read(
                        FALLING
                                + """
                                project p {
                                  start 2027-02-01
                                  data { dataset d { purpose tuning  examples 10k  tokens 5M } }
                                  model { existing Qwen/Qwen2.5-7B-Instruct }
                                  alignment { fine-tune ft { method lora  on d  epochs 1  hardware 1 x Mine } }
                                }
                                """,
                        TODAY);
        List<LocalDate> days =
                analysed.inputs().stream()
                        .map(Input::origin)
                        .filter(Origin.FromCatalogue.class::isInstance)
                        .map(Origin.FromCatalogue.class::cast)
                        .flatMap(origin -> origin.since().stream())
                        .distinct()
                        .toList();
        assertEquals(List.of(LocalDate.of(2027, 1, 1)), days);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    price 1 USD per hour  price 2 USD per hour                                 | DuplicateName
                    price 1 USD per hour from 2027-01-01  price 2 USD per hour from 2027-01-01 | DuplicateName
                    price 1 USD per hour from 2027-02-30                                       | SyntaxError
                    price 1 USD per hour from soon                                             | SyntaxError
                    node 8 from 2027-01-01                                                     | SyntaxError
                    power 700 W from 2027-01-01                                                | SyntaxError
                    """)
    void whatSaysNoDayOrTheSameDayTwiceIsAFinding(String property, String rule) {
        List<String> found =
                read(
                                "accelerator Mine { memory 80 GB  bandwidth 2 TB per second "
                                        + property
                                        + " }",
                                TODAY)
                        .findings();
        assertEquals(List.of(rule), found.stream().distinct().toList(), property);
    }

    @Test
    void fromStaysANameWhereItIsNone() {
        Analysed analysed =
                read(
                        FALLING.replace("Mine", "from")
                                + "project p { costs { cost index 450 USD per month from release }"
                                + " }",
                        TODAY);
        assertFalse(analysed.findings().contains("SyntaxError"), analysed.findings()::toString);
        assertTrue(analysed.plan().catalogue().accelerators().containsKey("from"));
    }

    /** The law: of the days not later than the plan's, the last one's price holds. */
    @Property(tries = 60)
    void thePriceIsThatOfTheLastDayThatHasCome(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 28) Integer> days,
            @ForAll boolean undated,
            @ForAll @IntRange(min = 1, max = 28) int start) {
        SortedMap<Integer, Integer> prices = new TreeMap<>();
        days.forEach(day -> prices.put(day, 100 + day));
        String dated =
                days.stream()
                        .distinct()
                        .map(
                                day ->
                                        String.format(
                                                Locale.ROOT,
                                                "price %d USD per hour from 2027-03-%02d",
                                                prices.get(day),
                                                day))
                        .collect(Collectors.joining("\n"));
        String text =
                "accelerator Mine { memory 80 GB  bandwidth 2 TB per second\n"
                        + dated
                        + (undated ? "\nprice 7 USD per hour" : "")
                        + "\n}\nproject p { start "
                        + LocalDate.of(2027, 3, start)
                        + " }";
        SortedMap<Integer, Integer> come = prices.headMap(start + 1);
        Optional<Double> expected =
                come.isEmpty()
                        ? (undated ? Optional.of(7.0) : Optional.empty())
                        : Optional.of((double) come.get(come.lastKey()));
        assertEquals(expected, read(text, TODAY).price(Purchase.ON_DEMAND), text);
    }
}
