package dev.groundplan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.estimators.Estimators;
import dev.groundplan.export.Exporter;
import dev.groundplan.export.Exporters;
import dev.groundplan.planner.project.PlannerEstimators;
import dev.groundplan.reports.Report;
import dev.groundplan.reports.Reports;
import dev.groundplan.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adding a rule, an estimator, a report or an exporter costs a class and a line. */
class ListsTest {
    /** Reports that one command shows and the lifecycle plan does not. */
    private static final Set<String> SHOWN_APART =
            Set.of("AccuracyReport", "Catalogues", "Estimates", "Why");

    private static List<Estimator<?, ?>> estimators() {
        return Stream.of(Estimators.all(), PlannerEstimators.all(), PlannerEstimators.forecasts())
                .<Estimator<?, ?>>flatMap(List::stream)
                .toList();
    }

    static Stream<Class<?>> documented() {
        return Stream.concat(
                Rules.all().stream().map(Object::getClass),
                estimators().stream().map(Object::getClass));
    }

    @Test
    void everyRuleIsListed() {
        assertListed(Rule.class, Rules.all(), Set.of());
        assertSorted(Rules.all());
    }

    @Test
    void everyEstimatorIsListed() {
        assertListed(Estimator.class, estimators(), Set.of());
        assertSorted(Estimators.all());
        assertSorted(PlannerEstimators.all());
        assertSorted(PlannerEstimators.forecasts());
    }

    @Test
    void everyReportIsListed() {
        List<Report<?>> listed = new ArrayList<>(Reports.all());
        listed.addAll(Reports.comparing());
        assertListed(Report.class, listed, SHOWN_APART);
    }

    @Test
    void everyExporterIsListed() {
        assertListed(Exporter.class, Exporters.all(), Set.of());
        assertSorted(Exporters.all());
    }

    @ParameterizedTest
    @MethodSource("documented")
    void eachHasItsPageBesideIt(Class<?> type) {
        String page = type.getName().replace('.', '/') + ".md";
        List<Path> found = Repository.files(page).toList();
        assertEquals(
                1, found.size(), () -> "rules and estimators have a page beside them: " + page);
        assertTrue(
                Files.exists(found.getFirst().resolveSibling(type.getSimpleName() + ".java")),
                "the page lies beside the source of its class");
        assertTrue(
                Repository.read(found.getFirst()).startsWith("# " + type.getSimpleName() + "\n"),
                "a page begins with the name of its class, under which it is explained");
        assertTrue(
                type.getResource(type.getSimpleName() + ".md") != null,
                "the page is in the bundle; build.properties decides");
    }

    @Test
    void everyPageBelongsToAClass() {
        assertEquals(
                List.of(),
                Repository.files(".md")
                        .filter(
                                file ->
                                        Repository.name(file)
                                                .matches("(bundles|dsl)/[\\w.]+/src/dev/.*"))
                        .filter(
                                file ->
                                        !Files.exists(
                                                Path.of(
                                                        file.toString()
                                                                .replaceFirst("\\.md$", ".java"))))
                        .map(Repository::name)
                        .toList(),
                "a page whose class was renamed explains nothing");
    }

    private static void assertListed(Class<?> family, Collection<?> listed, Set<String> apart) {
        Set<String> there = new TreeSet<>();
        for (JavaClass type : Code.classes()) {
            if (type.isAssignableTo(family)
                    && !type.isInterface()
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
                there.add(type.getSimpleName());
            }
        }
        there.removeAll(apart);
        Set<String> names = new TreeSet<>();
        listed.forEach(each -> names.add(each.getClass().getSimpleName()));
        assertEquals(there, names, "a class that is not listed does nothing");
        assertEquals(names.size(), listed.size(), "listed twice");
    }

    private static void assertSorted(Collection<?> listed) {
        List<String> names = listed.stream().map(each -> each.getClass().getSimpleName()).toList();
        assertEquals(
                names.stream().sorted().toList(),
                names,
                "sorted, two who add a line do not meet, and a double is seen");
    }
}
