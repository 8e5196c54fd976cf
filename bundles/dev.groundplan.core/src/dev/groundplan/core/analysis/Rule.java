package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for one kind of defect. Stateless and final; named for the defect, and the class's name is
 * the rule's name in every tool. Its page lies beside its class.
 */
public interface Rule {
    Stream<Finding> check(Facts facts);

    /**
     * Whether it reads what simulated runs say. It then speaks after all others, when whoever waits
     * has seen what they found; what it says is the plan's own figure.
     */
    default boolean needsForecast() {
        return false;
    }

    /**
     * What it finds when all rules have spoken; most have said everything before.
     *
     * @param found every finding of the project and of its scenarios, those that are waived too
     */
    default Stream<Finding> afterwards(Facts facts, List<Finding> found) {
        return Stream.empty();
    }

    /** How much its findings matter unless the project says otherwise. */
    Severity severity();

    default String name() {
        return getClass().getSimpleName();
    }

    /** A finding of this rule. */
    default Finding finding(
            SourceRange range, SubjectId subject, Message message, List<Fix> fixes) {
        return new Finding(name(), severity(), range, subject, message, fixes);
    }
}
