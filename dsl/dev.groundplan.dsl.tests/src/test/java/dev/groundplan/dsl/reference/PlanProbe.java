package dev.groundplan.dsl.reference;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.GenaiParser.LibraryText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out what Lowering does with a property: it reads a text with the property, and the same
 * text with as many spaces in its place. Where the plans are equal, nothing can be computed from
 * it.
 */
final class PlanProbe {
    private static final Path FILE = Path.of("/probe.genai").toAbsolutePath();
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 11);

    private final GenaiLanguage language =
            new GenaiLanguage(
                    List.of(new LibraryText("probe.genai", SampleText.DECLARATIONS)), "probe");
    private final Map<String, List<List<GrammarBlock>>> paths = new HashMap<>();

    PlanProbe(GrammarBlock file) {
        file.statements().stream()
                .flatMap(statement -> statement.block().stream())
                .filter(block -> block.name().equals("Project"))
                .forEach(project -> find(List.of(file, project)));
        find(List.of(file));
    }

    /**
     * The ways to each block, the shortest first; one inside a project is preferred to one outside.
     */
    private void find(List<GrammarBlock> start) {
        Deque<List<GrammarBlock>> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            List<GrammarBlock> path = waiting.remove();
            boolean known = paths.containsKey(path.getLast().name());
            paths.computeIfAbsent(path.getLast().name(), n -> new ArrayList<>()).add(path);
            if (!known) {
                for (Statement statement : path.getLast().statements()) {
                    statement
                            .block()
                            .ifPresent(
                                    block -> {
                                        List<GrammarBlock> longer = new ArrayList<>(path);
                                        longer.add(block);
                                        waiting.add(longer);
                                    });
                }
            }
        }
    }

    /** Whether Lowering lists the block, or one around it, as not computed. */
    boolean isUnplanned(GrammarBlock block) {
        List<GrammarBlock> path = paths.get(block.name()).getFirst();
        return read(text(path, SampleText.heads(block).getFirst(), "")).plans().stream()
                .anyMatch(plan -> !plan.unplanned().isEmpty());
    }

    /** Whether the property makes a difference to the plan, alone or among all its neighbours. */
    boolean isInPlan(GrammarBlock block, Statement statement) {
        return paths.get(block.name()).stream().anyMatch(path -> isInPlan(path, block, statement));
    }

    private boolean isInPlan(List<GrammarBlock> path, GrammarBlock block, Statement statement) {
        String others = others(block, statement);
        for (String written : SampleText.of(block, statement)) {
            for (String head : SampleText.heads(block)) {
                for (String neighbours : List.of("", others)) {
                    String with = text(path, head, neighbours + written);
                    String without = text(path, head, neighbours + " ".repeat(written.length()));
                    if (!meaning(with).equals(meaning(without))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String others(GrammarBlock block, Statement statement) {
        StringBuilder text = new StringBuilder();
        for (Statement other : block.statements()) {
            if (other.block().isEmpty() && !other.feature().equals(statement.feature())) {
                text.append(SampleText.of(block, other).getFirst()).append('\n');
            }
        }
        return text.toString();
    }

    /** The block with this body, inside what must stand around it. */
    private static String text(List<GrammarBlock> path, String head, String body) {
        StringBuilder text = new StringBuilder();
        for (GrammarBlock outer : path.subList(1, path.size())) {
            text.append(outer == path.getLast() ? head : SampleText.heads(outer).getFirst())
                    .append("{\n");
            if (outer.name().equals("Project")) {
                text.append(
                        """
                        data { dataset dataset-a { tokens 1M } }
                        alignment { prompt prompt-a { shots 3 } }
                        """);
            }
        }
        return text.append(body).append('\n').append("}\n".repeat(path.size() - 1)).toString();
    }

    private GenaiLanguage.Reading read(String text) {
        return language.read("probe.genai", FILE, text, TODAY, 1);
    }

    /** Everything but what was misread: that every property is checked is another test's matter. */
    private List<Object> meaning(String text) {
        GenaiLanguage.Reading reading = read(text);
        List<Object> meaning = new ArrayList<>();
        for (Plan plan : reading.plans()) {
            // the outline of a scenario repeats its text; what it means is the scenario's plan
            meaning.add(plan.withMisreadings(List.of()).withScenarios(List.of()));
        }
        for (Plan plan : reading.scenarios()) {
            meaning.add(plan.withMisreadings(List.of()));
        }
        meaning.add(reading.declarations().catalogue());
        meaning.add(reading.settings());
        return meaning;
    }
}
