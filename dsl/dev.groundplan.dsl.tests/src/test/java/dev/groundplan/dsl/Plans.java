package dev.groundplan.dsl;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.GenaiParser.LibraryText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What small texts mean, with a catalogue of a few names. */
final class Plans {
    private static final GenaiLanguage LANGUAGE =
            new GenaiLanguage(
                    List.of(
                            new LibraryText(
                                    "test.genai",
                                    """
                                    accelerator accelerator-a { memory 80 GB  bandwidth 2 TB per second }
                                    region region-a { within EU }
                                    metric metric-a { better higher }
                                    metric metric-b { better higher }
                                    model model-a { parameters 8B }
                                    model model-b { parameters 70B }
                                    prior prior-a { value 0.5 }
                                    """)),
                    "test");

    private Plans() {}

    /** The plans of a text with one project. */
    record Read(GenaiLanguage.Reading reading) {
        Plan plan() {
            return reading.plans().getFirst();
        }

        Plan scenario(String name) {
            return reading.scenarios().stream()
                    .filter(plan -> plan.scenario().orElseThrow().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Read of(String text) {
        return new Read(
                LANGUAGE.read(
                        "test.genai",
                        Path.of("/test.genai").toAbsolutePath(),
                        text,
                        LocalDate.of(2027, 1, 11),
                        1));
    }

    /**
     * Everything that a plan says but where it is written and which scenario it is; a line each.
     */
    static String meaning(Plan plan) {
        return plan.withMisreadings(List.of())
                .withScenarios(List.of())
                .of("")
                .toString()
                .replaceAll("test\\.genai:[0-9]+|nowhere", "@")
                .replace(", ", ",\n");
    }
}
