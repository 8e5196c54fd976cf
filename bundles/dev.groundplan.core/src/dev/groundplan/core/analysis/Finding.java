package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import java.util.List;

/**
 * Something that is wrong with the plan, or could be better.
 *
 * @param rule the rule's name, its id in every tool
 * @param subject what it is about
 */
public record Finding(
        String rule,
        Severity severity,
        SourceRange range,
        SubjectId subject,
        Message message,
        List<Fix> fixes) {
    public Finding {
        fixes = List.copyOf(fixes);
    }

    public Finding with(Severity other) {
        return new Finding(rule, other, range, subject, message, fixes);
    }
}
