package dev.groundplan.dsl;

import static dev.groundplan.dsl.Plans.meaning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law of scenarios on any file: a scenario over it means the same as the file edited. */
class ScenarioOverlayTest {
    /** Where a property stands, and values that it may have. */
    private static final Map<String, List<String>> SAYABLE = new LinkedHashMap<>();

    static {
        SAYABLE.put("scope/users", List.of("1M", "2M"));
        SAYABLE.put("scope/languages", List.of("en", "de, fr", "en, de"));
        SAYABLE.put("scope/service/first-token", List.of("300 ms", "1 s"));
        SAYABLE.put("scope/service/per-token", List.of("20 ms", "40 ms"));
        SAYABLE.put("scope/constraints/hosting", List.of("api", "self-hosted"));
        SAYABLE.put("scope/constraints/residency", List.of("EU", "EU, US"));
        SAYABLE.put("data/dataset a/examples", List.of("10", "100..300"));
        SAYABLE.put("data/dataset b/tokens", List.of("1M", "2M"));
        SAYABLE.put("model/existing", List.of("model-a", "model-b"));
        SAYABLE.put("alignment/prompt p/shots", List.of("3", "5"));
        SAYABLE.put("alignment/fine-tune f/on", List.of("a", "a, b"));
        SAYABLE.put("alignment/fine-tune f/epochs", List.of("1", "3"));
        SAYABLE.put("alignment/fine-tune f/parallel/zero", List.of("2", "3"));
        SAYABLE.put(
                "alignment/fine-tune g/hardware", List.of("accelerator-a", "2 x accelerator-a"));
        SAYABLE.put("evaluation/gate q/of", List.of("f", "f, g"));
        SAYABLE.put("deployment/replicas", List.of("1..6", "2"));
        SAYABLE.put("deployment/engine vllm/batch", List.of("8", "64"));
        SAYABLE.put("deployment/engine vllm/context", List.of("8k tokens", "4k tokens"));
        SAYABLE.put("team/role annotator/people", List.of("2", "4"));
    }

    @Property(tries = 150)
    void an_overlay_of_any_properties_is_the_edited_file(
            @ForAll("said") Map<String, String> project, @ForAll("said") Map<String, String> more) {
        Map<String, String> edited = new LinkedHashMap<>(project);
        edited.putAll(more);
        Plans.Read read =
                Plans.of("project x {\n" + text(project) + "scenario s {\n" + text(more) + "} }");
        Plan byHand = Plans.of("project x {\n" + text(edited) + "}").plan();
        assertEquals(meaning(byHand), meaning(read.scenario("s")));
    }

    @Provide
    Arbitrary<Map<String, String>> said() {
        return Arbitraries.of(SAYABLE.keySet())
                .set()
                .flatMap(
                        paths ->
                                Arbitraries.integers()
                                        .between(0, 5)
                                        .list()
                                        .ofSize(paths.size())
                                        .map(choices -> said(List.copyOf(paths), choices)));
    }

    private static Map<String, String> said(List<String> paths, List<Integer> choices) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            List<String> values = SAYABLE.get(paths.get(i));
            said.put(paths.get(i), values.get(choices.get(i) % values.size()));
        }
        return said;
    }

    /** One block a path, in the order in which the first of its properties is said. */
    private static String text(Map<String, String> said) {
        Map<String, Map<String, String>> blocks = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        said.forEach(
                (path, value) -> {
                    int slash = path.indexOf('/');
                    if (slash < 0) {
                        text.append(path).append(' ').append(value).append('\n');
                    } else {
                        blocks.computeIfAbsent(
                                        path.substring(0, slash), unused -> new LinkedHashMap<>())
                                .put(path.substring(slash + 1), value);
                    }
                });
        blocks.forEach(
                (head, inside) ->
                        text.append(head).append(" {\n").append(text(inside)).append("}\n"));
        return text.toString();
    }
}
