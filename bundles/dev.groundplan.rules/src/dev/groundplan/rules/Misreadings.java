package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import java.util.List;
import java.util.stream.Stream;

/** What the rules about the language itself share: one kind of misreading, and its mending. */
final class Misreadings {
    private Misreadings() {}

    static <M extends Misreading> Stream<M> of(Facts facts, Class<M> kind) {
        return facts.plan().misreadings().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** One fix for each text that could stand there instead, the likeliest first. */
    static List<Fix> replacing(SubjectId subject, SourceRange range, List<String> texts) {
        return texts.stream()
                .map(
                        text ->
                                Fix.of(
                                        "Write `" + text + "`",
                                        new Change.Replace(subject, range, text)))
                .toList();
    }

    /** The same, made without asking where there is one text only. */
    static List<Fix> replacingSafely(SubjectId subject, SourceRange range, List<String> texts) {
        List<Fix> fixes = replacing(subject, range, texts);
        return fixes.size() == 1 ? List.of(fixes.getFirst().safely()) : fixes;
    }
}
