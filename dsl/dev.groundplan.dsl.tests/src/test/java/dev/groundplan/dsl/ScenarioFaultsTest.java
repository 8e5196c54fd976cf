package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with scenarios. */
class ScenarioFaultsTest {
    @Test
    void a_circle_is_said_of_each_in_it_and_followed_once() {
        Plans.Read read =
                Plans.of(
                        """
                        project x {
                          scenario a extends b { scope { users 1M } }
                          scenario b extends a { scope { languages en } }
                          scenario c extends c { }
                          scenario d extends a { }
                        }
                        """);
        assertEquals(
                List.of(List.of("a", "b"), List.of("b", "a"), List.of("c")),
                read.plan().misreadings().stream()
                        .map(m -> ((Misreading.CircularExtension) m).circle())
                        .toList());
        assertEquals(List.of("en"), Stated.values(read.scenario("d").scope().languages()));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void what_stays_and_needs_what_is_gone_is_named(String without, List<String> needing) {
        Plans.Read read =
                Plans.of(
                        """
                        project x {
                          data { dataset a { examples 10 }  dataset b { examples 10 } }
                          model { existing model-a }
                          alignment { fine-tune f { on a }  fine-tune h { on a, b } iterate f until g }
                          evaluation {
                            gate g { metric metric-a on b }
                            human { time 4 min by reviewer }
                          }
                          team { role reviewer { people 1 } }
                          scenario s { without %s }
                        }
                        """
                                .formatted(without));
        assertEquals(
                needing,
                read.scenario("s").misreadings().stream()
                        .map(Misreading.StillNeeded.class::cast)
                        .map(m -> m.what() + ": " + m.property() + " of " + m.owner().last())
                        .toList());
    }

    static Stream<Arguments> needs() {
        return Stream.of(
                Arguments.of("a", List.of("a: on of f")),
                Arguments.of("a, f", List.of()),
                Arguments.of(
                        "a, b",
                        List.of("a: on of f", "a: on of h", "b: on of h", "b: on of metric")),
                Arguments.of("b, g", List.of("g: gate of iterate")),
                Arguments.of("f, h", List.of()));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void a_scenario_takes_away_only_parts_of_the_plan(String without) {
        Plans.Read read =
                Plans.of(
                        "project x { scenario s { scope { users 1 } without "
                                + without
                                + " } scenario t { } decision d { options s } }");
        assertEquals(
                List.of(without),
                read.plan().misreadings().stream()
                        .map(Misreading.UnresolvedName.class::cast)
                        .map(Misreading.UnresolvedName::written)
                        .toList());
    }

    static Stream<String> unknown() {
        return Stream.of("nothing", "model-a", "t", "d");
    }
}
