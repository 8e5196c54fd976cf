package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Dimension;
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

/** Rates of exchange that hold from a day: text in, amounts at the rate of the plan's day out. */
class DatedExchangeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final CurrencyCode EUR = CurrencyCode.read("EUR").orElseThrow();
    private static final Engine ENGINE = Engine.create();

    /** An audit of 1,000 EUR. */
    private static final String PROJECT =
            """
            project p {
              start %s
              exchange EUR 1.20 USD from 2028-01-01
              exchange EUR 1.10 USD
              exchange EUR 1.15 USD from 2027-06-01
              costs { cost audit 1_000 EUR  cost licence 100 EUR per month from release }
              tasks { milestone release { } }
              %s
            }
            """;

    private static AnalysedFile read(String text) {
        return ENGINE.analyse(
                "rates.genai",
                Path.of("/rates.genai").toAbsolutePath(),
                text,
                new Engine.Settings(TODAY, 1),
                Cancellation.NEVER);
    }

    private static List<String> rules(AnalysedFile file) {
        return file.findings().stream().map(Finding::rule).toList();
    }

    private static double dollars(Analysis analysis, String... key) {
        return analysis.estimate(ResultKey.of(key)).orElseThrow().value().likely().value();
    }

    private static double audit(Analysis analysis) {
        return dollars(analysis, "cost", "line", "audit");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 1100",
        "2027-05-31, 1100",
        "2027-06-01, 1150",
        "2027-12-31, 1150",
        "2028-01-01, 1200",
        "2031-05-05, 1200",
    })
    void theRateOfTheDayOnWhichTheProjectStartsHolds(String start, double cost) {
        AnalysedFile file = read(PROJECT.formatted(start, ""));
        assertEquals(List.of(), rules(file));
        Analysis project = file.projects().getFirst();
        assertEquals(cost, audit(project), 1e-9);
        assertEquals(cost / 10, dollars(project, "run", "cost", "line", "licence"), 1e-9);
    }

    @Test
    void withoutAStartTheRateOfTodayHolds() {
        assertEquals(
                1100,
                audit(read(PROJECT.replace("start %s", "%s").formatted("", "")).projects().get(0)),
                1e-9);
    }

    @Test
    void aScenarioThatStartsLaterHasTheLaterRate() {
        AnalysedFile file =
                read(
                        PROJECT.formatted(
                                "2027-01-11",
                                "scenario late { start 2028-02-01 }"
                                        + " scenario other { costs { cost more 500 EUR } }"));
        assertEquals(List.of(), rules(file));
        assertEquals(1100, audit(file.projects().getFirst()), 1e-9);
        assertEquals(1200, audit(file.scenarios().get(0)), 1e-9);
        assertEquals(1100, audit(file.scenarios().get(1)), 1e-9);
        assertEquals(550, dollars(file.scenarios().get(1), "cost", "line", "more"), 1e-9);
    }

    @Test
    void theMonthsOfTheCashFlowCountWithTheRateOfTheStartAndAddUp() {
        Analysis analysis = read(PROJECT.formatted("2027-01-11", "")).projects().getFirst();
        double paid =
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().startsWith("cash-flow.out."))
                        .mapToDouble(e -> e.value().likely().value())
                        .sum();
        double total = dollars(analysis, "total", "cost", "horizon");
        assertEquals(total, paid, 1e-9 * total);
    }

    @Test
    void aDerivationSaysSinceWhenItsRateIsValid() {
        Analysis analysis = read(PROJECT.formatted("2027-07-01", "")).projects().getFirst();
        assertTrue(
                analysis.estimate(ResultKey.of("cost", "line", "audit")).stream()
                        .map(Estimate::derivation)
                        .flatMap(derivation -> derivation.inputs().stream())
                        .map(Input::meaning)
                        .anyMatch("USD for one EUR, since 2027-06-01"::equals));
    }

    @Test
    void everySimulatedRunPaysAtTheRateOfTheStart() {
        String body = "project p { start %s currency USD %s costs { cost audit 9M EUR } }";
        String rates = "exchange EUR 1 USD  exchange EUR 3 USD from 2028-01-01";
        String fixed = "exchange EUR 3 USD";
        Analysis dated = read(body.formatted("2028-03-01", rates)).projects().getFirst();
        Analysis plain = read(body.formatted("2028-03-01", fixed)).projects().getFirst();
        assertEquals(
                ENGINE.forecast(plain, 200, Cancellation.NEVER)
                        .value(Dimension.MONEY, "forecast", "cost"),
                ENGINE.forecast(dated, 200, Cancellation.NEVER)
                        .value(Dimension.MONEY, "forecast", "cost"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    exchange EUR 1.1 USD from 2027-06-01                              | MixedCurrency   | 2027-06-01
                    exchange EUR 1.1 USD  exchange EUR 1.2 USD                        | DuplicateName   | exchange EUR
                    exchange EUR 1.1 USD  exchange USD 0.9 EUR                        | DuplicateName   | exchange USD
                    exchange EUR 1.1 USD  exchange EUR 2 USD from 2027-06-01  exchange EUR 3 USD from 2027-06-01 | DuplicateName | exchange EUR from 2027-06-01
                    exchange EUR 0 USD                                                | ImpossibleValue | 0 USD
                    exchange EUR 1e20 USD                                             | ImpossibleValue | 1e20 USD
                    exchange EUR -1 USD                                               | ImpossibleValue | -1 USD
                    exchange EUR 1.1 USD  exchange EUR 1.1 EUR                        | ImpossibleValue | 1.1 EUR
                    exchange EUR 1.1 USD  exchange GBP 1.1 USD from 0000-01-01        | ImpossibleValue | 0000-01-01
                    exchange EUR 1.1 USD  exchange GBP 1.1 USD from 2027-02-30        | SyntaxError     | 2027-02-30
                    exchange EUR 1.1 USD  exchange GBP 1.1 USD from soon              | SyntaxError     | from
                    """)
    void aRateThatSaysNothingIsAFinding(String rates, String rule, String named) {
        AnalysedFile file =
                read("project p { start 2027-01-11\n" + rates + "\ncosts { cost audit 9k EUR } }");
        List<Finding> found = file.findings().stream().filter(f -> f.rule().equals(rule)).toList();
        assertEquals(List.of(rule), rules(file).stream().distinct().toList(), rates);
        assertTrue(found.getFirst().message().toString().contains(named), found::toString);
    }

    @Test
    void aScenarioThatStartsBeforeTheFirstRateIsToldOnItsOwn() {
        AnalysedFile file =
                read(
                        """
                        project p {
                          start 2027-07-01
                          exchange EUR 1.1 USD from 2027-06-01
                          costs { cost audit 9k EUR }
                          scenario early { start 2027-02-01 }
                          scenario late  { start 2028-02-01  costs { cost more 1k EUR } }
                        }
                        """);
        assertEquals(List.of("MixedCurrency"), rules(file));
        assertEquals(Optional.of("early"), file.findings().getFirst().scenario());
    }

    @Test
    void aWayByAThirdCurrencyGoesByTheRatesOfTheDay() {
        AnalysedFile file =
                read(
                        """
                        project p {
                          start 2027-07-01
                          exchange CHF 1.0 EUR  exchange CHF 1.1 EUR from 2027-06-01
                          exchange EUR 2 USD    exchange EUR 3 USD   from 2027-08-01
                          costs { cost audit 1_000 CHF }
                        }
                        """);
        assertEquals(2200, audit(file.projects().getFirst()), 1e-9);
    }

    /** The law: of the days not later than the plan's, the rate of the last one holds. */
    @Property(tries = 60)
    void theRateIsThatOfTheLastDayThatHasCome(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 28) Integer> days,
            @ForAll boolean undated,
            @ForAll @IntRange(min = 1, max = 28) int start) {
        SortedMap<Integer, Double> rates = new TreeMap<>();
        days.forEach(day -> rates.put(day, 1.0 + day));
        String text =
                days.stream()
                        .distinct()
                        .map(
                                day ->
                                        String.format(
                                                Locale.ROOT,
                                                "exchange EUR %d USD from 2027-03-%02d",
                                                1 + day,
                                                day))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "project p { start " + LocalDate.of(2027, 3, start) + "\n",
                                        (undated ? "\nexchange EUR 0.5 USD" : "") + "\n}"));
        SortedMap<Integer, Double> come = rates.headMap(start + 1);
        Optional<Double> expected =
                come.isEmpty()
                        ? (undated ? Optional.of(0.5) : Optional.empty())
                        : Optional.of(come.get(come.lastKey()));
        assertEquals(
                expected,
                read(text)
                        .projects()
                        .getFirst()
                        .plan()
                        .worth(EUR, CurrencyCode.USD)
                        .map(rate -> rate.value().likely().value()),
                text);
    }
}
