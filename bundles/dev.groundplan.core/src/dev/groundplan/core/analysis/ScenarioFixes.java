package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.SubjectId;
import java.util.List;
import java.util.Optional;

/**
 * Fixes of a scenario's findings: subjects have the same identity in every scenario, but what is
 * mended in one must be written there, or the project itself would change.
 */
final class ScenarioFixes {
    private ScenarioFixes() {}

    static Finding fit(Finding finding, String scenario) {
        return finding.with(
                finding.fixes().stream().flatMap(fix -> fit(fix, scenario).stream()).toList());
    }

    /** Empty when a scenario cannot say it: one can set and add, but not take a property away. */
    private static Optional<Fix> fit(Fix fix, String scenario) {
        List<Change> changes =
                fix.changes().stream().flatMap(change -> fit(change, scenario).stream()).toList();
        return changes.size() < fix.changes().size()
                ? Optional.empty()
                : Optional.of(fix.by(changes));
    }

    private static Optional<Change> fit(Change change, String scenario) {
        return switch (change) {
            case Change.Set set ->
                    Optional.of(
                            new Change.Set(
                                    in(set.subject(), scenario), set.property(), set.value()));
            case Change.Insert insert ->
                    Optional.of(new Change.Insert(in(insert.subject(), scenario), insert.text()));
            case Change.Replace replace -> Optional.of(replace);
            case Change.Widen widen -> Optional.of(widen);
            case Change.Remove remove -> Optional.empty();
            case Change.Rename rename -> Optional.empty();
        };
    }

    /** The scenario stands in the project, whose name comes first. */
    private static SubjectId in(SubjectId subject, String scenario) {
        SubjectId path = SubjectId.of(subject.segments().getFirst(), scenario);
        for (String segment : subject.segments().subList(1, subject.segments().size())) {
            path = path.child(segment);
        }
        return path;
    }
}
