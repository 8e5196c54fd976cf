package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.ToolUse;
import java.util.List;
import java.util.stream.Stream;

/** An application that has to calculate, with nothing that calculates. */
public final class ArithmeticWithoutTool implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        boolean calculates =
                !plan.augmentation().steps(ProgramAided.class).isEmpty()
                        || !plan.augmentation().steps(ToolUse.class).isEmpty();
        return calculates
                ? Stream.empty()
                : plan.scope().needs().stream()
                        .filter(need -> need.value().equals("arithmetic"))
                        .map(need -> finding(need, plan));
    }

    private Finding finding(Stated<String> need, Plan plan) {
        List<String> taken =
                plan.augmentation().steps().stream().map(AugmentationStep::name).toList();
        return finding(
                need.range(),
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "The application needs arithmetic, and the model alone does it: it writes"
                                + " what results look like. A program that it writes and a sandbox"
                                + " runs would calculate."),
                List.of(
                        Fix.of(
                                "Let a program calculate",
                                new Change.Insert(
                                        plan.id().child("augmentation"),
                                        "program-aided "
                                                + TaskMetrics.free("calculator", taken)
                                                + " { language python  sandbox isolated }"))));
    }
}
