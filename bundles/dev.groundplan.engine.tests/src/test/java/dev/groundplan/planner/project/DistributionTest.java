package dev.groundplan.planner.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.engine.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the runs spread. */
class DistributionTest {
    private static final int RUNS = 1_000;

    private final Engine engine = Engine.create();

    private Analysis forecast(String body) {
        Path path = Path.of("p.genai").toAbsolutePath();
        String text = "project p {\n start 2027-03-01\n" + body + "\n}\n";
        Analysis analysis =
                engine.analyse(
                                "p.genai",
                                path,
                                text,
                                new Engine.Settings(LocalDate.of(2026, 11, 23), 1),
                                Cancellation.NEVER)
                        .projects()
                        .getFirst();
        return engine.forecast(analysis, RUNS, Cancellation.NEVER);
    }

    private static List<Estimate<?>> bins(Analysis analysis, String of) {
        return analysis.estimates().stream()
                .filter(e -> e.key().toString().startsWith("forecast.distribution." + of + '.'))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost", "finish"})
    void everyRunIsInOneBin(String of) {
        List<Estimate<?>> bins = bins(forecast(""), of);
        assertTrue(bins.size() > 4 && bins.size() <= 14, bins.size() + " bins");
        double sum = bins.stream().mapToDouble(e -> e.value().likely().value()).sum();
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void theFirstBinIsTheChanceToBeDoneByTheEndOfItsMonth() {
        Estimate<?> first = bins(forecast(""), "finish").getFirst();
        YearMonth month = YearMonth.parse(first.title().replace("Finish until ", ""));
        Analysis bound = forecast("scope { budget { deadline " + month.atEndOfMonth() + " } }");
        assertEquals(
                bound.value(Dimension.RATIO, "chance", "deadline").orElseThrow().likely().value(),
                first.value().likely().value(),
                1e-9);
    }

    @Test
    void theFirstBinIsTheChanceToStayWithinItsAmount() {
        Estimate<?> first = bins(forecast(""), "cost").getFirst();
        String amount = first.title().replace("Cost until release up to ", "").replace(",", "");
        Analysis bound = forecast("scope { budget { build " + amount + " } }");
        assertEquals(
                bound.value(Dimension.RATIO, "chance", "budget").orElseThrow().likely().value(),
                first.value().likely().value(),
                1e-9);
    }
}
