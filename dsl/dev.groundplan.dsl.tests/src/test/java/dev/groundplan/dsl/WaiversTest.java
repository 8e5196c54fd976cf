package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a waiver holds that is written as a comment. */
class WaiversTest {
    /** The comment stands in the place of the mark; the lines of the rest count from 1. */
    private static final String TEXT =
            """
            project x { // A
              // B
              scope {
                // C
                languages
                  en,
                  de
                users 1M // D
                // E
                service {
                  first-token 1 s
                }
              }
            }
            """;

    private static Plan with(String mark, String comment) {
        return Plans.of(TEXT.replace("// " + mark + "\n", comment + "\n")).plan();
    }

    @ParameterizedTest
    @CsvSource({"A, 1, 1", "B, 3, 13", "C, 5, 7", "D, 8, 8", "E, 10, 12"})
    void it_holds_for_its_line_or_for_what_follows(String mark, int from, int to) {
        Plan plan = with(mark, "// groundplan: allow NoEvaluation");
        assertEquals(
                List.of(new Waiver.Lines("test.genai", from, to)),
                plan.waivers().stream().map(Waiver::reach).toList());
    }

    @Test
    void it_has_an_end_and_a_reason() {
        String comment = "// groundplan:  allow NoEvaluation until 2027-06-30 because \"a pilot\"";
        Waiver waiver = with("D", comment).waivers().getFirst();
        assertEquals("NoEvaluation", waiver.rule());
        assertEquals(Optional.of(LocalDate.of(2027, 6, 30)), waiver.until());
        assertEquals(Optional.of("a pilot"), waiver.because());
        assertEquals(comment.length(), waiver.range().length());
        assertEquals("NoEvaluation".length(), waiver.place().length());
        assertEquals(
                comment.indexOf("NoEvaluation"), waiver.place().offset() - waiver.range().offset());
    }

    @Test
    void several_may_stand_above_each_other() {
        Plan plan =
                with("E", "// groundplan: allow NoEvaluation\n  // groundplan: allow WrongUnit");
        assertEquals(
                List.of("NoEvaluation", "WrongUnit"),
                plan.waivers().stream().map(Waiver::rule).toList());
        assertEquals(1, plan.waivers().stream().map(Waiver::reach).distinct().count());
    }

    @Test
    void before_a_project_it_holds_for_all_of_it() {
        Plan plan = Plans.of("// groundplan: allow NoEvaluation\nproject x {\n}\n").plan();
        assertEquals(new Waiver.Lines("test.genai", 2, 3), plan.waivers().getFirst().reach());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// groundplan: alow NoEvaluation",
                "// groundplan: allow",
                "// groundplan: allow NoEvaluation until June",
                "// groundplan: allow NoEvaluation until 2027-02-30",
                "// groundplan: allow NoEvaluation because a pilot"
            })
    void what_is_meant_as_a_waiver_and_is_none_is_said(String comment) {
        Plan plan = with("D", comment);
        assertEquals(List.of(), plan.waivers());
        Misreading.Syntax said = (Misreading.Syntax) plan.misreadings().getFirst();
        assertEquals(comment.length(), said.range().length());
        assertTrue(said.message().startsWith("expected a waiver such as"), said.message());
    }

    @Test
    void a_comment_about_the_tool_is_no_waiver() {
        Plan plan = with("D", "// as groundplan: allow says");
        assertEquals(List.of(), plan.waivers());
        assertEquals(List.of(), plan.misreadings());
    }
}
