package dev.groundplan.rules;

import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import java.util.List;

/**
 * Where a project does not keep to a clause of a policy.
 *
 * @param severity a warning where the catalogue does not say enough to know
 */
record Breach(
        SourceRange range,
        SubjectId subject,
        Message message,
        List<Fix> fixes,
        Severity severity) {}
