package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Purpose;
import java.util.List;
import java.util.stream.Stream;

/** Personal data of which the file does not say how they are protected. */
public final class PersonalDataUnprotected implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    private static final String PERSONAL = "personal";

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().datasets().stream()
                .filter(data -> data.contains().contains(PERSONAL))
                .filter(data -> data.protection().isEmpty())
                .map(this::finding);
    }

    private Finding finding(Dataset data) {
        return finding(
                data.range(),
                data.id(),
                Message.of(
                        name(),
                        "{data} contains personal data, and nothing says how they are protected."
                                + " {how}",
                        "data",
                        data.name(),
                        "how",
                        Datasets.isFor(data, Purpose.RETRIEVAL)
                                ? "Who may not see a document must not get it in an answer."
                                : "What a model is trained on, it may repeat to anybody."),
                List.of(protect(data, "redaction"), protect(data, "access-control")));
    }

    private static Fix protect(Dataset data, String way) {
        return Fix.of("Protect by " + way, new Change.Set(data.id(), "protection", way));
    }
}
