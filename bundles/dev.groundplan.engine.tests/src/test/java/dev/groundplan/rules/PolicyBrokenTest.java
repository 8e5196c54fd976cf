package dev.groundplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed vocabulary of policies, clause by clause, and where policies come from. */
class PolicyBrokenTest {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);
    private static final Engine ENGINE = Engine.create();

    private static final String DECLARED =
            """
            endpoint us { input 1 USD per 1M tokens  output 4 USD per 1M tokens  residency US }
            endpoint eu { input 1 USD per 1M tokens  output 4 USD per 1M tokens  residency EU }
            endpoint in-germany { input 1 USD per 1M tokens  output 4 USD per 1M tokens  residency eu-central }
            endpoint somewhere { input 1 USD per 1M tokens  output 4 USD per 1M tokens }
            model own { parameters 7B }
            accelerator card { memory 80 GB  bandwidth 2 TB per second  price 3 USD per hour  spot 1 USD per hour }
            accelerator euro-card { memory 80 GB  bandwidth 2 TB per second  price 3 EUR per hour }
            """;

    @TempDir Path folder;

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "forbid endpoint                     | model { existing eu }                       "
                        + "     | error",
                "forbid endpoint                     | model { existing own }                      "
                        + "     | -",
                "forbid endpoint                     | model { existing own  fallback eu }         "
                        + "     | error",
                "forbid endpoint                     | augmentation { guard g { model eu } }       "
                        + "     | error",
                "forbid endpoint                     | data { dataset d { examples 9 } } evaluation"
                        + " { gate g { metric exact-match on d judge eu } } | error",
                "forbid endpoint outside EU          | model { existing us }                       "
                        + "     | error",
                "forbid endpoint outside EU          | model { existing eu }                       "
                        + "     | -",
                "forbid endpoint outside EU          | model { existing in-germany }               "
                        + "     | -",
                "forbid endpoint outside EU          | model { existing somewhere }                "
                        + "     | warning",
                "forbid endpoint outside eu-central  | model { existing eu }                       "
                        + "     | error",
                "forbid model                        | model { existing own }                      "
                        + "     | error",
                "forbid model                        | model { existing eu }                       "
                        + "     | -",
                "forbid model outside EU             | model { existing own } deployment { hardware"
                        + " card } | warning",
                "forbid model outside EU             | model { existing own } deployment { hardware"
                        + " card  region us-east } | error",
                "forbid model outside EU             | model { existing own } deployment { hardware"
                        + " card  region eu-west } | -",
                "forbid accelerator                  | model { existing own } deployment { hardware"
                        + " card  region eu-west } | error",
                "forbid accelerator outside EU       | model { existing own } deployment { hardware"
                        + " card  region eu-west } | -",
                "forbid accelerator outside EU       | model { existing own } deployment { hardware"
                        + " card  region us-east } | error",
                "forbid accelerator outside EU       | model { existing eu }                       "
                        + "     | -",
                "forbid region outside EU            | model { existing own } deployment { hardware"
                        + " card } | -",
                "forbid region outside EU            | model { existing own } deployment { hardware"
                        + " card  region us-east } | error",
                "require gate                        | scope { goal \"g\" }                        "
                        + "   | error",
                "require gate before release         | data { dataset d { examples 9 } } evaluation"
                        + " { gate g { metric exact-match on d } } | -",
                "require evaluation                  | evaluation { human { sample 9 } }           "
                        + "     | -",
                "require evaluation                  | scope { goal \"g\" }                        "
                        + "   | error",
                "require approval                    | tasks { approval legal { duration 5 days } }"
                        + "     | -",
                "require approval                    | scope { goal \"g\" }                        "
                        + "   | error",
                "require approval before plain       | alignment { prompt plain { } }              "
                        + "     | error",
                "require approval before plain       | alignment { prompt plain { } } tasks {"
                        + " approval legal { duration 5 days } } | error",
                "require approval before plain       | alignment { prompt plain { } } tasks {"
                        + " approval legal { duration 5 days  before plain } } | -",
                "require approval before plain       | alignment { prompt plain { } prompt next {"
                        + " after plain } } tasks { approval legal { duration 5 days  before next } } |"
                        + " error",
                "require approval before next        | alignment { prompt plain { } prompt next {"
                        + " after plain } } tasks { approval legal { duration 5 days  before plain } }"
                        + " | -",
                "require approval before elsewhere   | tasks { approval legal { duration 5 days } }"
                        + "     | -",
                "require gate before serve           | model { existing own } alignment { prompt"
                        + " plain { } } data { dataset d { examples 9 } } evaluation { gate g { metric"
                        + " exact-match on d } } deployment { hardware card } | -",
                "require gate before next            | alignment { prompt plain { } prompt next {"
                        + " after plain } } data { dataset d { examples 9 } } evaluation { gate g { of"
                        + " plain  metric exact-match on d } } | -",
                "require gate before next            | alignment { prompt plain { } prompt next {"
                        + " after plain } } data { dataset d { examples 9 } } evaluation { gate g { of"
                        + " next  metric exact-match on d } } | error",
                "require evaluation before next      | alignment { prompt plain { } prompt next {"
                        + " after plain } } evaluation { human { sample 9 } } | -",
                "require retrieval                   | scope { goal \"g\" }                        "
                        + "   | error",
                "require guard                       | augmentation { guard g { on input } }       "
                        + "     | -",
                "cap price 2 USD per hour            | model { existing own } deployment { hardware"
                        + " card } | error",
                "cap price 3 USD per hour            | model { existing own } deployment { hardware"
                        + " card } | -",
                "cap price 2 USD per hour            | model { existing own } deployment { hardware"
                        + " card  purchase spot } | -",
                "cap price 9 USD per hour            | model { existing own } deployment { hardware"
                        + " euro-card } | warning",
                "cap price 3.2 USD per hour          | exchange EUR 1.08 USD model { existing own }"
                        + " deployment { hardware euro-card } | error",
                "cap price 3.3 USD per hour          | exchange EUR 1.08 USD model { existing own }"
                        + " deployment { hardware euro-card } | -",
                "cap build 1 USD                     | scope { goal \"g\" }                        "
                        + "   | error",
                "cap build 1B USD                    | scope { goal \"g\" }                        "
                        + "   | -",
                "cap run 1 USD per month             | model { existing own } deployment { hardware"
                        + " card  replicas 1 } | error",
                "cap run 1B USD per month            | model { existing own } deployment { hardware"
                        + " card  replicas 1 } | -",
            })
    void a_clause_is_broken_by_what_it_names_and_by_nothing_else(
            String clause, String project, String expected) {
        AnalysedFile file =
                analysed(
                        "policy acme { "
                                + clause
                                + " }\n"
                                + DECLARED
                                + "project p { "
                                + project
                                + " }");
        List<String> found =
                of("acme", file).stream().map(f -> f.severity().word()).distinct().toList();
        assertEquals(
                expected.equals("-") ? List.of() : List.of(expected),
                found,
                () -> file.findings().toString());
    }

    @Test
    void the_message_names_the_policy_its_place_and_what_the_project_has() {
        AnalysedFile file =
                analysed(
                        "policy acme {\n  forbid endpoint outside EU\n}\n"
                                + DECLARED
                                + "project p { model { existing us } }");
        assertEquals(
                "us keeps data in US, and policy acme (p.genai:2) forbids endpoints outside EU. Use"
                        + " one that keeps them there.",
                of("acme", file).getFirst().message().toString());
    }

    @Test
    void it_is_waived_and_weighed_by_the_policys_name() {
        String policy = "policy acme { require guard }\n";
        String checks = "project p { checks { %s } }";
        assertEquals(List.of(), all(policy + checks.formatted("severity acme off")));
        assertEquals(List.of(), all(policy + checks.formatted("allow acme because \"agreed\"")));
        assertEquals(
                List.of("acme warning"), all(policy + checks.formatted("severity acme warning")));
        assertEquals(
                List.of("acme error", "UnknownRule warning"),
                all(policy + checks.formatted("severity acne warning")));
        assertEquals(
                List.of("UnknownRule warning"), all(checks.formatted("severity acme warning")));
    }

    private List<String> all(String text) {
        return analysed(text).findings().stream()
                .map(f -> f.rule() + " " + f.severity().word())
                .sorted(java.util.Comparator.reverseOrder())
                .filter(f -> f.startsWith("acme") || f.startsWith("Unknown"))
                .toList();
    }

    @Test
    void policies_of_an_imported_file_and_of_the_organisation_hold_too() throws IOException {
        Files.writeString(folder.resolve(".groundplan"), "settings { catalogue \"ours\" }");
        Files.createDirectories(folder.resolve("ours"));
        Files.writeString(folder.resolve("ours/policy.genai"), "policy ours { require guard }");
        Files.writeString(folder.resolve("team.genai"), "policy team { require retrieval }");
        AnalysedFile file = analysed("import \"team.genai\"\nproject p { }");
        assertEquals(1, of("ours", file).size());
        assertEquals(1, of("team", file).size());
        Files.writeString(
                folder.resolve(".groundplan"),
                "settings { catalogue \"ours\"  severity ours information }");
        AnalysedFile weighed = analysed("project p { }");
        assertEquals("information", of("ours", weighed).getFirst().severity().word());
        assertTrue(of("team", weighed).isEmpty(), "what is not imported does not hold");
    }

    @Test
    void settings_that_weigh_no_rule_and_no_policy_are_told_in_their_own_file() throws IOException {
        Path settings = folder.resolve(".groundplan");
        Files.createDirectories(folder.resolve("ours"));
        Files.writeString(folder.resolve("ours/policy.genai"), "policy ours { require guard }");
        String text = "settings { catalogue \"ours\"  severity ours off  severity our off }";
        Files.writeString(settings, text);
        AnalysedFile file =
                ENGINE.analyse(".groundplan", settings, text, SETTINGS, Cancellation.NEVER);
        assertEquals(
                List.of("No rule and no policy is named our. Did you mean `ours`?"),
                file.findings().stream().map(f -> f.message().toString()).toList());
    }

    @Test
    void a_file_that_only_declares_breaks_no_policy() {
        assertEquals(
                List.of(), analysed("policy acme { require guard  cap build 1 USD }").findings());
    }

    @Test
    void a_scenario_that_breaks_a_policy_says_so() {
        AnalysedFile file =
                analysed(
                        "policy acme { forbid endpoint outside EU }\n"
                                + DECLARED
                                + "project p { model { existing eu } scenario cheap { model {"
                                + " existing us } } }");
        assertEquals(
                List.of("cheap"),
                of("acme", file).stream().flatMap(f -> f.scenario().stream()).toList());
    }

    private static List<Finding> of(String policy, AnalysedFile file) {
        return file.findings().stream().filter(f -> f.rule().equals(policy)).toList();
    }

    private AnalysedFile analysed(String text) {
        return ENGINE.analyse(
                "p.genai", folder.resolve("p.genai"), text, SETTINGS, Cancellation.NEVER);
    }
}
