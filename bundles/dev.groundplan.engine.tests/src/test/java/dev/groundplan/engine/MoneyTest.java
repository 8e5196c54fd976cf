package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Building, running, what comes back, and when. */
class MoneyTest {
    /** Everything that costs something, in amounts that can be reckoned by hand. */
    private static final String WHOLE =
            """
            start 2027-01-11
            exchange EUR 1.10 USD
            scope {
              workload { requests 0.01..0.02..0.04 per second  input 900 tokens  output 200 tokens  active 24 hours per day  %s }
              budget { horizon 30 months  confidence 80 %% }
              value { transaction ticket  volume 20k per month  share 50 %%  saves 4 USD }
            }
            model { existing meta-llama/Llama-3.1-8B-Instruct }
            deployment { hardware L40S  replicas 2  purchase reserved 50 %%, on-demand 50 %% }
            team { role ml-engineer { people 2  rate 800 EUR per day }
                   role agent { people 2  rate 25 USD per hour }
                   role reviewer { people 2  rate 50 USD per hour } }
            tasks { milestone release { } }
            operation {
              support 16 hours per month by ml-engineer
              review 10 %% of responses 2 min by reviewer
              escalate 5 %% of responses 6 min by agent
              repeat prompt-a every 6 months
            }
            alignment { prompt prompt-a { technique zero-shot } }
            costs {
              cost licence 1_000 USD per month
              cost index "Managed index" 500 USD per month from release
              cost audit 7_000 EUR
              cost launch 3_000 USD from release
              contract gpu { covers L40S  until 2029-12-31  minimum 9k USD per month  discount 20 %% }
            }
            risks { risk noise { probability 30 %%  cost 6k USD } }
            """;

    private static Analysis whole(String growth) {
        return DerivedWorkTest.analysis(WHOLE.formatted(growth));
    }

    private static double likely(Analysis analysis, String... key) {
        return analysis.estimate(ResultKey.of(key))
                .orElseThrow(() -> new AssertionError(String.join(".", key)))
                .value()
                .likely()
                .value();
    }

    /** Of those inputs that are money, as the reports show the parts. */
    private static double parts(Analysis analysis, String... key) {
        return analysis.estimate(ResultKey.of(key)).orElseThrow().derivation().inputs().stream()
                .flatMap(input -> input.estimate().stream())
                .filter(
                        e ->
                                e.value().likely() instanceof Money
                                        || e.value().likely() instanceof PricePerMonth)
                .mapToDouble(e -> e.value().likely().value())
                .sum();
    }

    @Test
    void sumsAreTheSumsOfTheirParts() {
        Analysis analysis = whole("");
        for (List<String> total :
                List.of(
                        List.of("build", "cost"),
                        List.of("cost", "people"),
                        List.of("run", "cost", "month"))) {
            String[] key = total.toArray(String[]::new);
            double sum = likely(analysis, key);
            assertEquals(sum, parts(analysis, key), 1e-9 * sum, total::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "growth 3 % per month"})
    void theMonthsAddUpToTheTotalOverTheHorizon(String growth) {
        Analysis analysis = whole(growth);
        double paid =
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().startsWith("cash-flow.out."))
                        .mapToDouble(e -> e.value().likely().value())
                        .sum();
        double total = likely(analysis, "total", "cost", "horizon");
        assertEquals(total, paid, 1e-9 * total);
        double earned =
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().startsWith("cash-flow.in."))
                        .mapToDouble(e -> e.value().likely().value())
                        .sum();
        assertEquals(likely(analysis, "value", "gain"), earned - paid, 1e-9 * total);
    }

    @Test
    void monthsFollowOneAnotherFromTheStart() {
        List<String> months =
                whole("").estimates().stream()
                        .map(e -> e.key().toString())
                        .filter(k -> k.startsWith("cash-flow.out."))
                        .toList();
        assertEquals("cash-flow.out.2027-01", months.getFirst());
        for (int i = 0; i < months.size(); i++) {
            assertEquals(
                    YearMonth.of(2027, 1).plusMonths(i),
                    YearMonth.parse(months.get(i).substring(14)));
        }
    }

    /** 0.02 requests a second · 730 h = 52,560 answers a month. */
    @Test
    void peopleOfTheOperationArePaidByTheirRate() {
        Analysis analysis = whole("");
        double answers = 0.02 * 730 * 3600;
        assertEquals(answers * 0.10 * 2 / 60 * 50, likely(analysis, "run", "cost", "review"), 1e-6);
        assertEquals(
                answers * 0.05 * 6 / 60 * 25, likely(analysis, "run", "cost", "escalate"), 1e-6);
        assertEquals(2 * 800 * 1.1, likely(analysis, "run", "cost", "support"), 1e-6);
        assertEquals(
                likely(analysis, "effort", "prompt-a") * 800 * 1.1 / 6,
                likely(analysis, "run", "cost", "repeat", "prompt-a"),
                1e-6);
    }

    @Test
    void aContractGivesADiscountAndWantsItsMinimum() {
        Analysis with = whole("");
        Analysis without =
                DerivedWorkTest.analysis(
                        WHOLE.formatted("").replaceAll("(?m)^.*contract gpu.*\\R", ""));
        double machines = likely(with, "serving", "cost", "month");
        assertEquals(0.8 * likely(without, "serving", "cost", "month"), machines, 1e-6);
        assertEquals(
                Math.max(0, 9000 - machines), likely(with, "run", "cost", "contract", "gpu"), 1e-6);
    }

    @Test
    void aContractThatHasEndedChangesNothing() {
        Analysis ended =
                DerivedWorkTest.analysis(WHOLE.formatted("").replace("2029-12-31", "2026-12-31"));
        Analysis without =
                DerivedWorkTest.analysis(
                        WHOLE.formatted("").replaceAll("(?m)^.*contract gpu.*\\R", ""));
        assertEquals(
                likely(without, "run", "cost", "month"), likely(ended, "run", "cost", "month"));
    }

    @Test
    void costLinesCountFromTheirStep() {
        Analysis analysis = whole("");
        double months = Time.seconds(likely(analysis, "finish")).months();
        assertEquals(1000 * months, likely(analysis, "cost", "line", "licence"), 1e-6);
        assertEquals(1000, likely(analysis, "run", "cost", "line", "licence"));
        assertEquals(500, likely(analysis, "run", "cost", "line", "index"));
        assertEquals(7700, likely(analysis, "cost", "line", "audit"), 1e-9);
        assertEquals(1800, likely(analysis, "cost", "risk", "noise"), 1e-9);
        assertTrue(
                analysis.estimates().stream()
                        .filter(e -> e.key().toString().equals("build.cost"))
                        .flatMap(e -> e.derivation().inputs().stream())
                        .flatMap(i -> i.estimate().stream())
                        .map(Estimate::key)
                        .noneMatch(k -> k.toString().equals("cost.line.launch")));
    }

    /** At 3 % a month the load is 1.03²⁴ times as high at the end of the usual two years. */
    @Test
    void costLoadAndServiceCountOverOneHorizonWhereNoneIsNamed() {
        String unnamed = WHOLE.formatted("growth 3 % per month").replace("horizon 30 months", "");
        Analysis usual = DerivedWorkTest.analysis(unnamed);
        Analysis named =
                DerivedWorkTest.analysis(
                        WHOLE.formatted("growth 3 % per month").replace("30 months", "24 months"));
        Analysis overridden =
                DerivedWorkTest.analysis(
                        unnamed
                                + "assumptions { prior budget.horizon 24 months because \"test\""
                                + " }");
        for (String[] key :
                List.of(
                        new String[] {"total", "cost", "horizon"},
                        new String[] {"value", "gain"},
                        new String[] {"serving", "replicas-later"})) {
            assertEquals(likely(named, key), likely(usual, key), 1e-9, key[0]);
            assertEquals(likely(named, key), likely(overridden, key), 1e-9, key[0]);
        }
    }

    @Test
    void totalsAreBuildingPlusSoManyMonthsOfRunning() {
        Analysis analysis = whole("");
        double build = likely(analysis, "build", "cost");
        double run = likely(analysis, "run", "cost", "month");
        assertEquals(build + 3000 + 24 * run, likely(analysis, "total", "cost", "24-months"), 1e-6);
        assertEquals(build + 3000 + 36 * run, likely(analysis, "total", "cost", "36-months"), 1e-6);
        assertEquals(build + 3000 + 30 * run, likely(analysis, "total", "cost", "horizon"), 1e-6);
    }

    /** 20,000 tickets, half of them alone, at 4 USD. */
    @Test
    void whatItIsWorthIsSetAgainstWhatItCosts() {
        Analysis analysis = whole("");
        double run = likely(analysis, "run", "cost", "month");
        assertEquals(40_000, likely(analysis, "value", "month"), 1e-6);
        assertEquals(run / 10_000, likely(analysis, "value", "cost-per-transaction"), 1e-9);
        assertEquals(
                likely(analysis, "build", "cost") / (40_000 - run),
                Time.seconds(likely(analysis, "value", "payback")).months(),
                1e-9);
    }

    /** 1 + 1.03 + … over 24 months is (1.03²⁴ − 1)/0.03. */
    @Test
    void whatDependsOnRequestsGrowsWithThem() {
        Analysis analysis = whole("growth 3 % per month");
        double sum = (Math.pow(1.03, 24) - 1) / 0.03;
        double grows =
                likely(analysis, "serving", "cost", "month")
                        + likely(analysis, "run", "cost", "review")
                        + likely(analysis, "run", "cost", "escalate");
        double fixed = likely(analysis, "run", "cost", "month") - grows;
        assertEquals(
                likely(analysis, "build", "cost") + 3000 + 24 * fixed + sum * grows,
                likely(analysis, "total", "cost", "24-months"),
                1e-6 * sum * grows);
    }

    @Test
    void theContingencyIsWhatLiesBetweenTheMedianAndTheConfidenceAskedFor() {
        Analysis analysis = whole("");
        var build = analysis.value(Dimension.MONEY, "build", "cost").orElseThrow();
        double p80 =
                build.likely().value()
                        * Math.pow(
                                build.high().value() / build.likely().value(),
                                0.8416212335729143 / 1.2815515655446004);
        assertEquals(
                p80 - build.likely().value(), likely(analysis, "build", "contingency"), 1e-6 * p80);
    }

    @Test
    void whatTheFileSaysOfItsWorkIsNotUnvalidated() {
        String stated =
                """
                tasks {
                  task scope { effort 5 days }  task select { effort 5 days }  task prompt { effort 5 days }
                  task evaluation { effort 5 days }  task deploy { effort 5 days }  task integrate { effort 5 days }
                }
                """;
        assertEquals(0, likely(DerivedWorkTest.analysis(stated), "cost", "people", "unvalidated"));
        assertEquals(1, likely(DerivedWorkTest.analysis(""), "cost", "people", "unvalidated"));
    }

    /**
     * Half on demand at 2, half reserved at 1, spot at 1 with an interruption every 20 hours of a
     * quarter hour.
     */
    @Test
    void acceleratorsCostWhatTheWayOfBuyingThemSays() {
        String card =
                """
                }
                accelerator CARD { memory 48 GB  bandwidth 864 GB per second  bf16 362 TFLOPS  fp16 362 TFLOPS  price 2 USD per hour  reserved 1 USD per hour  spot 1 USD per hour  interrupted 5 %% per hour  source unknown  confidence recalled }
                project q {
                  model { existing meta-llama/Llama-3.1-8B-Instruct }
                  deployment { hardware CARD  replicas 2  purchase %s }
                """;
        double onDemand = month(card.formatted("on-demand"));
        assertEquals(0.75, month(card.formatted("on-demand 50 %, reserved 50 %")) / onDemand, 1e-9);
        assertEquals((1 + 0.05 * 0.25) / 2, month(card.formatted("spot")) / onDemand, 1e-9);
    }

    private static double month(String body) {
        Analysis analysis = DerivedWorkTest.analyses(body).getLast();
        return likely(analysis, "serving", "cost", "month");
    }
}
