package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.engine.Engine;
import dev.groundplan.export.MarkdownExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A total is the sum of its parts: in the numbers, and as the plan prints them. */
class CostPartsTest {
    private static final Path ROOT = Path.of(System.getProperty("groundplan.root", "../.."));
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final CurrencyCode USD = new CurrencyCode("USD");

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.filter(p -> p.toString().endsWith(".genai")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCostIsTheSumOfItsParts(Path path) throws Exception {
        Engine engine = Engine.create();
        for (Analysis project : engine.analyse(path, SETTINGS).projects()) {
            Analysis analysis = engine.forecast(project, Engine.USUAL_RUNS, Cancellation.NEVER);
            for (ResultKey key :
                    List.of(
                            ResultKey.of("forecast", "mean", "build", "cost"),
                            ResultKey.of("forecast", "mean", "run", "cost", "month"))) {
                Estimate<?> total = analysis.estimate(key).orElseThrow();
                double sum = total.value().likely().value();
                assertEquals(sum, parts(total), 1e-9 * sum, key::toString);
            }
            assertEquals(2, columns(markdown(analysis)), "build and run");
        }
    }

    private static double parts(Estimate<?> total) {
        return total.derivation().inputs().stream()
                .flatMap(input -> input.estimate().stream())
                .mapToDouble(part -> part.value().likely().value())
                .sum();
    }

    /** How many tables of parts there are; each adds up to its last row, as printed. */
    private static int columns(String markdown) {
        int tables = 0;
        List<Double> parts = new ArrayList<>();
        boolean in = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("| Part | Mean | Share |")) {
                in = true;
            } else if (in && line.startsWith("| ---")) {
                parts.clear();
            } else if (in && line.startsWith("| ")) {
                parts.add(amount(line.split(" \\| ")[1]));
            } else if (in) {
                double total = parts.removeLast();
                double sum = parts.stream().mapToDouble(Double::doubleValue).sum();
                assertTrue(parts.size() > 0, markdown);
                assertEquals(total, sum, 1e-6 * total, line);
                tables++;
                in = false;
            }
        }
        return tables;
    }

    /** {@code 1.28M USD}, {@code 8,474 USD per month}, {@code under 1,000 USD}. */
    private static double amount(String text) {
        if (text.startsWith("under ")) {
            return 0;
        }
        String number = text.split(" ")[0].replace(",", "");
        int scale = "kMB".indexOf(number.charAt(number.length() - 1));
        return scale < 0
                ? Double.parseDouble(number)
                : Double.parseDouble(number.substring(0, number.length() - 1))
                        * Math.pow(1000, scale + 1);
    }

    private static String markdown(Analysis analysis) throws IOException {
        Document document =
                new Document("x", List.of(new Section("Cost", new Costs().render(analysis))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MarkdownExporter().write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Property
    void roundedPartsAddUpToTheRoundedSum(
            @ForAll @Size(min = 1, max = 20)
                    List<@DoubleRange(min = 1, max = 1e7) Double> amounts) {
        List<Money> parts = amounts.stream().map(a -> Money.of(a, USD)).toList();
        double whole = amounts.stream().mapToDouble(Double::doubleValue).sum();
        Money sum = Money.of(whole, USD);
        List<Money> rounded = Addends.rounded(parts, sum);
        assertEquals(
                Addends.rounded(sum).value(),
                rounded.stream().mapToDouble(Money::value).sum(),
                1e-9 * whole);
        for (int i = 0; i < parts.size(); i++) {
            assertEquals(
                    parts.get(i).value(), rounded.get(i).value(), Math.max(1, whole / 100), "near");
        }
    }
}
