package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.stream.Stream;

/** Answers that must be backed, with nothing that backs or checks them. */
public final class HallucinationUnchecked implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    private static final List<String> CHECKS =
            List.of("faithfulness", "factuality", "citation-precision", "hallucination-rate");

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        boolean checked =
                plan.evaluation().gates().stream()
                        .flatMap(gate -> gate.measurements().stream())
                        // a metric that the catalogue does not know may check anything
                        .anyMatch(m -> m.spec().isEmpty() || CHECKS.contains(m.metric()));
        return checked || Knowledge.isLookedUp(plan)
                ? Stream.empty()
                : plan.scope().needs().stream()
                        .filter(need -> need.value().equals("citations"))
                        .map(need -> finding(need, plan));
    }

    private Finding finding(Stated<String> need, Plan plan) {
        return finding(
                need.range(),
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "Answers have to cite, and the model has nothing to cite from and no gate"
                                + " that looks: it will invent sources. Retrieve documents, and"
                                + " measure how faithful the answers are."),
                List.of(Knowledge.retrieve(plan)));
    }
}
