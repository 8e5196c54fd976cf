package dev.groundplan.planner.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.reports.Block;
import dev.groundplan.reports.CashFlowReport;
import dev.groundplan.reports.Costs;
import dev.groundplan.reports.Prose;
import dev.groundplan.reports.SideBySide;
import dev.groundplan.reports.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Building and running together, and what comes back, are those of the same runs. */
class TotalAndReturnTest {
    private static final Engine ENGINE = Engine.create();

    /** 30 days at 1,000; 3,000 at release; 700 a month that stay, the machines that grow. */
    private static final String EXACT =
            """
            project p {
              start 2027-01-11
              currency USD
              scope {
                workload { requests 0.02 per second  input 900 tokens  output 200 tokens  active 24 hours per day  %s }
                budget { horizon 30 months }
                value { transaction ticket  volume 20k per month  share 50 %%  saves %s USD }
              }
              model { existing meta-llama/Llama-3.1-8B-Instruct }
              deployment { hardware CARD  replicas 2 }
              assumptions { prior cost.operations 0 %% because "test" }
              team { role ml-engineer { people 2  rate 1_000 USD per day }
                     role domain-expert { people 2  rate 1_000 USD per day }
                     role software-engineer { people 2  rate 1_000 USD per day }
                     role data-engineer { people 2  rate 1_000 USD per day } }
              tasks {
                task scope { effort 5 days }  task select { effort 5 days }  task prompt { effort 5 days }
                task evaluation { effort 5 days }  task deploy { effort 5 days }  task integrate { effort 5 days }
              }
              costs {
                cost index 700 USD per month from release
                cost launch 3_000 USD from release
              }
            }
            accelerator CARD { memory 48 GB  bandwidth 864 GB per second  bf16 362 TFLOPS  fp16 362 TFLOPS  price 1 USD per hour  source unknown  confidence recalled }
            """;

    /** Much that is in doubt, in two ways. */
    private static final String DOUBTFUL =
            """
            project p {
              start 2027-01-11
              currency USD
              scope {
                workload { requests 0.01..0.02..0.04 per second  input 900 tokens  output 200 tokens  active 24 hours per day  %s }
                budget { horizon 30 months  confidence 80 %% }
                value { transaction ticket  volume 8k..10k..15k per month  share 30..50..60 %%  saves 1..2..4 USD }
              }
              model { existing meta-llama/Llama-3.1-8B-Instruct }
              deployment { hardware L40S  replicas 2 }
              costs { cost licence 800..1_000..2_000 USD per month from release }
              risks { risk noise { probability 30 %%  cost 6k USD } }
              scenario smaller { deployment { replicas 1 } }
            }
            """;

    private static AnalysedFile read(String text) {
        return ENGINE.analyse(
                "p.genai",
                Path.of("p.genai").toAbsolutePath(),
                text,
                new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                Cancellation.NEVER);
    }

    private static Analysis simulated(Analysis analysis) {
        return ENGINE.forecast(analysis, 2_000, Cancellation.NEVER);
    }

    private static Uncertain<?> range(Analysis analysis, String key) {
        return analysis.estimate(ResultKey.of(key.split("\\.")))
                .orElseThrow(() -> new AssertionError(key))
                .value();
    }

    private static double likely(Analysis analysis, String key) {
        return range(analysis, key).likely().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "growth 3 % per month", "growth -2 % per month"})
    void withoutAnyDoubtTheRunsSayWhatTheClosedFormSays(String growth) {
        Analysis closed = read(EXACT.formatted(growth, "4")).projects().getFirst();
        Analysis runs = simulated(closed);
        for (String key :
                List.of(
                        "total.cost.24-months",
                        "total.cost.36-months",
                        "total.cost.horizon",
                        "value.month",
                        "value.cost-per-transaction",
                        "value.payback",
                        "value.gain")) {
            double expected = likely(closed, key);
            assertTrue(range(closed, key).isExact(), key);
            Uncertain<?> range = range(runs, key);
            assertEquals(expected, range.low().value(), 1e-9 * Math.abs(expected), key);
            assertEquals(expected, range.likely().value(), 1e-9 * Math.abs(expected), key);
            assertEquals(expected, range.high().value(), 1e-9 * Math.abs(expected), key);
            assertFalse(
                    closed.estimate(ResultKey.of(key.split("\\.")))
                            .equals(runs.estimate(ResultKey.of(key.split("\\.")))),
                    "simulated: " + key);
        }
    }

    /**
     * 30,000 until release, 3,000 then, and a month 700 and two cards of 730 hours at 1: 2,160. At
     * 2 USD for each of 10,000 tickets 17,840 a month are left, at 0.33 only 1,140: more than
     * 33,000 in 36 months, less in 24; at 0.3 only 840, at 0.2 nothing.
     */
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "0.3, 0, 0", "0.2, 0, 0", "0.33, 0, 1"})
    void itPaysBackInTheRunsWithAGain(double saves, double within24, double within36) {
        Analysis runs = simulated(read(EXACT.formatted("", saves)).projects().getFirst());
        assertEquals(33_000 + 24 * 2_160, likely(runs, "total.cost.24-months"), 1e-6);
        assertEquals(33_000 + 36 * 2_160, likely(runs, "total.cost.36-months"), 1e-6);
        double net = 10_000 * saves - 2_160;
        assertEquals(30 * net - 33_000, likely(runs, "value.gain"), 1e-6);
        assertEquals(
                net > 0 ? Math.min(120, 30_000 / net) : 120,
                Time.seconds(likely(runs, "value.payback")).months(),
                1e-9);
        assertEquals(within24, likely(runs, "chance.payback-24-months"));
        assertEquals(within36, likely(runs, "chance.payback-36-months"));
    }

    /** Each from a simulation of its own, by the same draws. */
    @Test
    void theMeanOfTheTotalIsThatOfBuildingAndSoManyMonthsOfRunning() {
        Analysis runs = simulated(read(DOUBTFUL.formatted("")).projects().getFirst());
        double build = likely(runs, "forecast.mean.build.cost");
        double month = likely(runs, "forecast.mean.run.cost.month");
        for (Object[] span :
                new Object[][] {{"24-months", 24}, {"36-months", 36}, {"horizon", 30}}) {
            double expected = build + (int) span[1] * month;
            assertEquals(
                    expected, likely(runs, "forecast.mean.total.cost." + span[0]), 1e-9 * expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "growth 3 % per month", "growth -5..0..5 % per month"})
    void longerIsNeverCheaperAtAnyPercentile(String growth) {
        Analysis runs = simulated(read(DOUBTFUL.formatted(growth)).projects().getFirst());
        Uncertain<?> two = range(runs, "total.cost.24-months");
        Uncertain<?> three = range(runs, "total.cost.36-months");
        assertTrue(three.low().value() > two.low().value());
        assertTrue(three.likely().value() > two.likely().value());
        assertTrue(three.high().value() > two.high().value());
        for (String p : List.of("p80", "p95")) {
            assertTrue(
                    likely(runs, "forecast.total.cost.36-months." + p)
                            > likely(runs, "forecast.total.cost.24-months." + p),
                    p);
        }
    }

    @Test
    void scenariosAndPlanShowTheSameTotal() {
        AnalysedFile file = read(DOUBTFUL.formatted(""));
        Analysis project = simulated(file.projects().getFirst());
        Comparison comparison =
                new Comparison(
                        project,
                        file.scenarios().stream().map(TotalAndReturnTest::simulated).toList());
        String title = "Total cost over the horizon";
        assertEquals(
                cell(new Costs().render(project), title, 2).value(),
                cell(new SideBySide().render(comparison), title, 1).value());
    }

    private static Table.Cell cell(List<Block> blocks, String row, int column) {
        for (Block block : blocks) {
            if (block instanceof Table table) {
                for (List<Table.Cell> cells : table.rows()) {
                    if (cells.getFirst().text().equals(row)) {
                        return cells.get(column);
                    }
                }
            }
        }
        throw new AssertionError(row);
    }

    /** Its sentence names what they add up to, and that the total of the runs is another figure. */
    @Test
    void theCashFlowClaimsNoSumThatItDoesNotHave() {
        Analysis runs = simulated(read(DOUBTFUL.formatted("")).projects().getFirst());
        String said =
                new CashFlowReport()
                        .render(runs).stream()
                                .filter(Prose.class::isInstance)
                                .map(Object::toString)
                                .reduce("", String::concat);
        assertTrue(said.contains("the months do not add up to it"), said);
    }

    /** What follows the release moves neither its day nor what is paid until then. */
    @Test
    void whatIsDrawnForLaterIsNotAmongWhatMovesCostAndFinish() {
        Analysis runs = simulated(read(DOUBTFUL.formatted("")).projects().getFirst());
        assertTrue(
                runs.estimates().stream()
                        .map(e -> e.key().toString())
                        .filter(k -> k.startsWith("forecast.sensitivity."))
                        .noneMatch(k -> k.contains("running cost") || k.contains("saves")));
    }
}
