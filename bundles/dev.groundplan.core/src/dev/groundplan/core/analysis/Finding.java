package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import java.util.List;
import java.util.Optional;

/**
 * Something that is wrong with the plan, or could be better.
 *
 * @param rule the rule's name, its id in every tool; of what a policy forbids or demands, the
 *     policy's
 * @param subject what it is about
 * @param scenario the scenario that has it and the project has not
 */
public record Finding(
        String rule,
        Severity severity,
        SourceRange range,
        SubjectId subject,
        Message message,
        List<Fix> fixes,
        Optional<String> scenario) {
    public Finding {
        fixes = List.copyOf(fixes);
    }

    /** A finding of the project itself. */
    public Finding(
            String rule,
            Severity severity,
            SourceRange range,
            SubjectId subject,
            Message message,
            List<Fix> fixes) {
        this(rule, severity, range, subject, message, fixes, Optional.empty());
    }

    /** The name of the page that explains it: of a policy's findings all have one. */
    public String page() {
        return message.id().split("\\.", 2)[0];
    }

    public Finding with(Severity other) {
        return new Finding(rule, other, range, subject, message, fixes, scenario);
    }

    /** The same as one that only this scenario has, and says so. */
    public Finding in(String name) {
        return new Finding(
                rule,
                severity,
                range,
                subject,
                message.after("In scenario `{scenario}`: ", "scenario", name),
                fixes,
                Optional.of(name));
    }

    /** With other ways out. */
    public Finding with(List<Fix> other) {
        return new Finding(rule, severity, range, subject, message, other, scenario);
    }

    /** Whether it says the same of the same, wherever that is written. */
    public boolean saysTheSameAs(Finding other) {
        return rule.equals(other.rule)
                && subject.equals(other.subject)
                && message.equals(other.message);
    }
}
