package dev.groundplan.rules;

import dev.groundplan.core.analysis.Subjects;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Subject;
import java.util.stream.Stream;

/** How much a project says, by the places of what it holds. */
final class Extent {
    private Extent() {}

    /** Lines from the project's name to the last thing in it that can be asked about. */
    static int lines(Plan plan) {
        int last =
                Stream.concat(
                                Subjects.of(plan).stream().map(Subject::range),
                                plan.team().roles().stream().map(Role::range))
                        .filter(range -> range.file().equals(plan.range().file()))
                        .mapToInt(SourceRange::endLine)
                        .max()
                        .orElse(plan.range().endLine());
        return last - plan.range().line() + 1;
    }
}
