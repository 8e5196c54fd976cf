package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Analyst;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.analysis.Severities;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.LifecyclePhase;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.engine.Engine;
import dev.groundplan.planner.project.PlannerEstimators;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorsTest {
    static Stream<Estimator<?, ?>> all() {
        return Stream.concat(Engine.estimators().stream(), PlannerEstimators.forecasts().stream());
    }

    @Test
    void everyEstimatorIsListedInOrder() throws Exception {
        assertEquals(
                classes().sorted().toList(),
                Estimators.all().stream().map(Estimator::name).toList(),
                "a class that is not listed computes nothing");
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachHasAPageThatExplainsIt(Estimator<?, ?> estimator) throws IOException {
        try (InputStream in = estimator.getClass().getResourceAsStream(estimator.name() + ".md")) {
            assertNotNull(in, "no page beside " + estimator.name());
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertAll(
                    () -> assertTrue(page.startsWith("# " + estimator.name() + "\n")),
                    () -> assertTrue(page.contains("## Formula")),
                    () -> assertTrue(page.contains("## Validity")),
                    () -> assertTrue(page.contains("## Sources")));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsFinalAndStateless(Estimator<?, ?> estimator) {
        assertTrue(Modifier.isFinal(estimator.getClass().getModifiers()));
        assertTrue(
                Stream.of(estimator.getClass().getDeclaredFields())
                        // a compiler's own table of a switch over an enum
                        .filter(f -> !f.isSynthetic())
                        .allMatch(
                                f ->
                                        Modifier.isStatic(f.getModifiers())
                                                && Modifier.isFinal(f.getModifiers())));
    }

    @Test
    void aProjectThatSaysNothingGetsWideNumbersAndListsWhatItAssumes() {
        Analysis analysis = analyse(new Plans());
        assertTrue(analysis.value(Dimension.EFFORT, "effort").orElseThrow().widthRatio() > 2);
        assertTrue(analysis.value(Dimension.MONEY, "build", "cost").isPresent());
        assertTrue(analysis.value(Dimension.TIME, "finish").isPresent());
        assertTrue(analysis.assumptions().size() >= 10);
    }

    @Test
    void everyNumberLeadsToFormulaAndInputsWithTheirOrigin() {
        for (Estimate<?> estimate : analyse(everything(1)).estimates()) {
            String key = estimate.key().toString();
            assertFalse(estimate.derivation().formula().isEmpty(), key);
            assertFalse(estimate.derivation().inputs().isEmpty(), key);
            assertTrue(
                    Engine.estimators().stream()
                            .anyMatch(e -> e.name().equals(estimate.derivation().estimator())),
                    () -> key + " is explained by no page");
            assertTrue(
                    estimate.derivation()
                            .allInputs()
                            .filter(input -> input.origin() instanceof Origin.Computed)
                            .allMatch(input -> input.estimate().isPresent()),
                    key);
        }
    }

    @Test
    void aKeyStandsForOneNumber() {
        List<Estimate<?>> estimates = analyse(everything(1)).estimates();
        assertEquals(estimates.size(), estimates.stream().map(Estimate::key).distinct().count());
    }

    /** Nothing, a little, far too much: numbers or none, but no exception. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1, 1e6, 1e30, 1e150, 1e300})
    void noSizeIsTooSmallOrTooLarge(double size) {
        for (Estimate<?> estimate : analyse(everything(size)).estimates()) {
            assertTrue(Double.isFinite(estimate.value().high().value()), estimate.key()::toString);
        }
    }

    @Test
    void roundsOfAnIterationMultiplyEffortAndRuns() {
        Plans once = everything(1e6);
        Plans often = everything(1e6);
        often.iteration =
                Optional.of(
                        new Iteration(
                                List.of("tuned"),
                                "gate",
                                Optional.of(Plans.written(Uncertain.exactly(Count.of(3)))),
                                SourceRange.NOWHERE));
        double one = likely(analyse(once), "effort", "tuned");
        double three = likely(analyse(often), "effort", "tuned");
        assertEquals(1 + 0.8 + 0.64, three / one, 1e-9);
        assertEquals(3, likely(analyse(often), "training", "tuned", "runs"), 1e-9);
    }

    @Test
    void workThatWaitsForItselfStillEnds() {
        List<Work> circle =
                List.of(work("a", "b"), work("b", "a", "nowhere"), work("c", "b"), work("d", "d"));
        CriticalPath path = new CriticalPath(circle, w -> 1);
        assertEquals(2, path.length());
        assertEquals(2, path.names().size());
    }

    private static Work work(String name, String... after) {
        return Work.of(SubjectId.of("test"), name, name, LifecyclePhase.SCOPE, "scope")
                .after(List.of(after));
    }

    private static double likely(Analysis analysis, String... key) {
        return analysis.estimate(ResultKey.of(key)).orElseThrow().value().likely().value();
    }

    private static Analysis analyse(Plans plans) {
        return new Analyst(Engine.estimators(), List.of())
                .analyse(plans.plan(), Severities.OF_THE_RULES, Cancellation.NEVER);
    }

    /** A project with one of everything, whose quantities have this size. */
    private static Plans everything(double size) {
        Plans plans = new Plans().existing(Plans.model("llama", TrainingTest.LLAMA_3_8B));
        plans.datasets.add(Plans.dataset(Optional.of(size), Optional.of(size)));
        plans.stages.add(
                Plans.pretrain(
                        TrainingTest.GPT_3,
                        size,
                        2048,
                        Optional.of(Devices.of(64, Devices.h100())),
                        Parallel.NONE));
        plans.stages.add(
                Plans.tuning(
                        new TuningMethod.Lora(16, List.of("all-linear")),
                        plans.datasets,
                        (int) Math.min(size, Integer.MAX_VALUE),
                        Optional.of(Devices.any(Devices.a100(80)))));
        plans.servings.add(Plans.serving(Optional.of(Devices.any(Devices.a100(80)))));
        plans.scope = ServingLoadTest.load(size, size, size);
        return plans;
    }

    /** Names of the classes beside the list that are estimators. */
    private static Stream<String> classes() throws IOException, URISyntaxException {
        URI where = Estimators.class.getResource("Estimators.class").toURI();
        if (where.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(where, Map.of())) {
                return names(jar.getPath("dev/groundplan/estimators"));
            }
        }
        return names(Path.of(where).getParent());
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(EstimatorsTest::isEstimator)
                    .toList()
                    .stream();
        }
    }

    private static boolean isEstimator(String name) {
        try {
            Class<?> type = Class.forName(Estimators.class.getPackageName() + "." + name);
            return Estimator.class.isAssignableFrom(type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
