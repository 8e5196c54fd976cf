package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.engine.Engine;
import dev.groundplan.export.Exporter;
import dev.groundplan.export.Exporters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportsTest {
    /** The view of the estimate command, which the plan has no place for. */
    private static final Set<String> APART = Set.of("Estimates");

    @Test
    void everyReportOnAnAnalysisIsListed() {
        Set<String> expected =
                classesBeside(Report.class).stream()
                        .filter(type -> isReportOnAnalysis(type))
                        .map(Class::getSimpleName)
                        .filter(name -> !APART.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed =
                Reports.all().stream()
                        .map(Report::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, listed, "add the report to the list in Reports");
    }

    @Test
    void everyExporterIsListed() {
        Set<String> expected =
                classesBeside(Exporter.class).stream()
                        .filter(
                                type ->
                                        Exporter.class.isAssignableFrom(type)
                                                && !type.isInterface())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed =
                Exporters.all().stream()
                        .map(exporter -> exporter.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, listed, "add the exporter to the list in Exporters");
    }

    @Test
    void reportsAreFinalAndHaveNoState() {
        for (Report<Analysis> report : Reports.all()) {
            assertTrue(Modifier.isFinal(report.getClass().getModifiers()), report.name());
            for (var field : report.getClass().getDeclaredFields()) {
                assertTrue(Modifier.isStatic(field.getModifiers()), report.name() + "." + field);
            }
        }
    }

    @Test
    void whyLeadsFromAResultToSources() throws Exception {
        Path path =
                Path.of(System.getProperty("groundplan.root"), "examples", "finance-model.genai");
        Analysis analysis =
                Engine.create()
                        .analyse(path, new Engine.Settings(LocalDate.of(2026, 11, 23), 1))
                        .projects()
                        .getFirst();
        var cost = analysis.estimate(ResultKey.of("build", "cost")).orElseThrow();
        Tree tree = (Tree) new Why().render(cost).getFirst();
        Table table = tree.table();
        assertTrue(table.rows().size() > 30, "only " + table.rows().size());
        List<String> reasons = table.rows().stream().map(row -> row.getLast().text()).toList();
        assertTrue(reasons.stream().noneMatch(String::isBlank));
        assertTrue(reasons.stream().anyMatch(reason -> reason.contains("finance-model.genai:")));
        assertTrue(reasons.stream().anyMatch(reason -> reason.startsWith("catalogue ")));
    }

    private static boolean isReportOnAnalysis(Class<?> type) {
        return Stream.of(type.getGenericInterfaces())
                .anyMatch(
                        i ->
                                i.getTypeName()
                                        .equals(
                                                Report.class.getName()
                                                        + "<"
                                                        + Analysis.class.getName()
                                                        + ">"));
    }

    private static List<Class<?>> classesBeside(Class<?> type) {
        try {
            URI place = type.getResource(type.getSimpleName() + ".class").toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    String folder = "/" + type.getPackageName().replace('.', '/');
                    return classesIn(jar.getPath(folder), type);
                }
            }
            return classesIn(Path.of(place).getParent(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> classesIn(Path folder, Class<?> type) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(
                            name ->
                                    name.endsWith(".class")
                                            && !name.contains("$")
                                            && !name.contains("-"))
                    .sorted()
                    .<Class<?>>map(name -> load(type, name.substring(0, name.length() - 6)))
                    .toList();
        }
    }

    private static Class<?> load(Class<?> beside, String name) {
        try {
            return Class.forName(beside.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
