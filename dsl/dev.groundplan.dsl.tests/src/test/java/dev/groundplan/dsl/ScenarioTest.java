package dev.groundplan.dsl;

import static dev.groundplan.dsl.Plans.meaning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ScenarioOutline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario means what the file would mean if somebody edited it by hand. */
class ScenarioTest {
    /** What a scenario can say, and what a hand would write in the file instead. */
    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(
                        "a property takes the place of the same property; its neighbours stay",
                        "scope { service { first-token 800 ms  per-token 40 ms } }",
                        "scope { service { first-token 300 ms } }",
                        "scope { service { first-token 300 ms  per-token 40 ms } }"),
                Arguments.of(
                        "a part of the scope may stand without the scope around it",
                        "scope { users 2M  constraints { residency EU  hosting self-hosted } }",
                        "constraints { hosting api }  budget { build 450k USD }",
                        "scope { users 2M  constraints { residency EU  hosting api }"
                                + " budget { build 450k USD } }"),
                Arguments.of(
                        "a scope that the project does not have comes to be",
                        "model { existing model-a }",
                        "constraints { hosting api }",
                        "model { existing model-a }  scope { constraints { hosting api } }"),
                Arguments.of(
                        "a list is replaced whole",
                        "scope { languages en, de  tasks summarisation }",
                        "scope { languages fr }",
                        "scope { languages fr  tasks summarisation }"),
                Arguments.of(
                        "a named block is merged with that of its name, and others stay",
                        "data { dataset a { examples 10  tokens 1k }  dataset b { examples 20 } }",
                        "data { dataset b { tokens 5k }  dataset c { examples 1 } }",
                        "data { dataset a { examples 10  tokens 1k }  dataset b { examples 20 "
                                + " tokens 5k }  dataset c { examples 1 } }"),
                Arguments.of(
                        "two blocks of one kind are one to a scenario",
                        "data { dataset a { examples 10 } }  data { dataset b { examples 20 } }",
                        "data { dataset b { tokens 5k }  dataset a { tokens 1k } }",
                        "data { dataset a { examples 10 tokens 1k } }"
                                + "  data { dataset b { examples 20 tokens 5k } }"),
                Arguments.of(
                        "another method is another block",
                        tuning("method lora { rank 16  targets attention }  epochs 3"),
                        tuning("method qlora { bits 8 }"),
                        tuning("method qlora { bits 8 }  epochs 3")),
                Arguments.of(
                        "the same method keeps what it does not say",
                        tuning("method lora { rank 16  targets attention }"),
                        tuning("method lora { rank 8 }"),
                        tuning("method lora { rank 8  targets attention }")),
                Arguments.of(
                        "hardware is said in one breath",
                        tuning("hardware 8 x accelerator-a in region-a"),
                        tuning("hardware accelerator-a"),
                        tuning("hardware accelerator-a")),
                Arguments.of(
                        "another engine and another scheme are other blocks",
                        "deployment { engine vllm { batch 64 }  quantise awq { bits 4 } }",
                        "deployment { engine sglang { context 8k tokens }  quantise fp8 }",
                        "deployment { engine sglang { context 8k tokens }  quantise fp8 }"),
                Arguments.of(
                        "a metric is known by its name",
                        gate("metric metric-a on a target 95 %  metric metric-b on a target 50 %"),
                        gate("metric metric-b target 60 %"),
                        gate("metric metric-a on a target 95 %  metric metric-b on a target 60 %")),
                Arguments.of(
                        "an assumption is replaced by that about the same",
                        "assumptions { price accelerator-a 2 USD per hour because \"x\""
                                + "  prior prior-a 3 because \"y\" }",
                        "assumptions { price accelerator-a 1 USD per hour }",
                        "assumptions { price accelerator-a 1 USD per hour"
                                + "  prior prior-a 3 because \"y\" }"),
                Arguments.of(
                        "a model is found or made, never both",
                        "model { pretrain own { tokens 1B }  because \"x\" }",
                        "model { existing model-a }",
                        "model { existing model-a  because \"x\" }"),
                Arguments.of(
                        "a day of its own",
                        "start 2027-01-11  owner \"Lab\"",
                        "start 2027-03-01",
                        "start 2027-03-01  owner \"Lab\""),
                Arguments.of(
                        "a deployment is taken away",
                        "model { existing model-a }  deployment { hardware accelerator-a }",
                        "deployment none",
                        "model { existing model-a }"),
                Arguments.of(
                        "what came after a step that is gone follows what that followed",
                        steps("prompt p {} fine-tune f { after p } fine-tune g { after f }"),
                        "without f",
                        steps("prompt p {} fine-tune g { after p }")),
                Arguments.of(
                        "over several steps that are gone",
                        steps(
                                "prompt p {} prompt q { after p } fine-tune f { after q }"
                                        + " fine-tune g { after f }"),
                        "without f, q",
                        steps("prompt p {} fine-tune g { after p }")),
                Arguments.of(
                        "what followed nothing leaves nothing to follow",
                        steps("prompt p {} fine-tune g { after p }"),
                        "without p",
                        steps("fine-tune g {}")),
                Arguments.of(
                        "a name that is gone leaves the lists",
                        steps("prompt p {} fine-tune f {} iterate p, f until g rounds 3")
                                + gate("of p, f"),
                        "without f",
                        steps("prompt p {} iterate p until g rounds 3") + gate("of p")),
                Arguments.of(
                        "a list that loses its last name is left out",
                        steps("prompt p {} fine-tune f {} iterate f until g") + gate("of f"),
                        "without f",
                        steps("prompt p {}") + gate("")),
                Arguments.of(
                        "what is inside a part that is gone is gone too",
                        "deployment { quantise awq { bits 4 } }" + gate("of quantise"),
                        "deployment none",
                        gate("")),
                Arguments.of(
                        "an assumption about something goes with it",
                        steps("prompt p {} fine-tune f {}")
                                + "assumptions { mfu f 38 % because \"x\" }",
                        "without f",
                        steps("prompt p {}") + "assumptions { }"),
                Arguments.of(
                        "what is taken away may be written anew",
                        tuning("method lora { rank 16 }  epochs 3"),
                        "without f  " + tuning("epochs 1"),
                        tuning("epochs 1")),
                Arguments.of(
                        "a step without a name goes by its word",
                        "deployment { hardware accelerator-a  quantise awq { bits 4 } }",
                        "without quantise",
                        "deployment { hardware accelerator-a }"));
    }

    private static String tuning(String body) {
        return "alignment { fine-tune f { " + body + " } } ";
    }

    private static String steps(String body) {
        return "alignment { " + body + " } ";
    }

    private static String gate(String body) {
        return "data { dataset a { examples 10 } } evaluation { gate g { " + body + " } } ";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void a_scenario_is_the_file_edited_by_hand(
            String law, String project, String scenario, String edited) {
        Plans.Read read = Plans.of("project x { " + project + " scenario s { " + scenario + " } }");
        Plans.Read byHand = Plans.of("project x { " + edited + " }");
        assertEquals(meaning(byHand.plan()), meaning(read.scenario("s")));
        assertNotEquals(meaning(read.plan()), meaning(read.scenario("s")), "it differs");
        assertEquals(
                meaning(Plans.of("project x { " + project + " }").plan()),
                meaning(read.plan()),
                "the project itself is as it was");
        assertEquals(List.of(), read.scenario("s").misreadings());
    }

    @Test
    void a_scenario_that_extends_another_lies_over_it() {
        Plans.Read read =
                Plans.of(
                        """
                        project x {
                          scope { users 1M  languages en }
                          alignment { prompt p { shots 3 }  fine-tune f { epochs 2  after p } }
                          scenario second extends first { alignment { fine-tune f { batch 8 } } }
                          scenario first {
                            scope { users 2M }
                            without p
                            alignment { fine-tune f { epochs 1 } }
                          }
                        }
                        """);
        Plan byHand =
                Plans.of(
                                """
                                project x {
                                  scope { users 2M  languages en }
                                  alignment { fine-tune f { epochs 1  batch 8 } }
                                }
                                """)
                        .plan();
        assertEquals(meaning(byHand), meaning(read.scenario("second")));
    }

    @Test
    void the_project_lists_its_scenarios_and_what_differs() {
        List<ScenarioOutline> outlines =
                Plans.of(
                                """
                                project x {
                                  model { existing model-a }
                                  alignment { fine-tune f { } }
                                  deployment { hardware accelerator-a }
                                  scenario s "Hosted" { constraints { hosting api }  deployment none  without f }
                                  scenario t extends s { start 2027-03-01 }
                                }
                                """)
                        .plan()
                        .scenarios();
        assertEquals(List.of("s", "t"), outlines.stream().map(ScenarioOutline::name).toList());
        assertEquals("Hosted", outlines.getFirst().label().orElseThrow());
        assertEquals(
                List.of("constraints hosting api", "deployment none", "without f"),
                outlines.getFirst().differences());
        assertEquals("s", outlines.get(1).base().orElseThrow());
        assertEquals(List.of("start 2027-03-01"), outlines.get(1).differences());
    }

    @Test
    void a_value_stands_where_it_is_written() {
        String text = "project x { scope { users 1M } scenario s { scope { users 2M } } }";
        Plans.Read read = Plans.of(text);
        assertEquals(
                text.indexOf("1M"), read.plan().scope().users().orElseThrow().range().offset());
        assertEquals(
                text.indexOf("2M"),
                read.scenario("s").scope().users().orElseThrow().range().offset());
    }
}
