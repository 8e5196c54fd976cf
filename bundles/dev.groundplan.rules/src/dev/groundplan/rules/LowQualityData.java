package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Training on data that the file calls poor, as it is. */
public final class LowQualityData implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.datasets().stream()
                .filter(data -> data.quality().filter(q -> q.value().equals("poor")).isPresent())
                .filter(data -> data.cleaning().isEmpty())
                .flatMap(data -> finding(data, plan).stream());
    }

    private Optional<Finding> finding(Dataset data, Plan plan) {
        List<String> learning =
                plan.stages().stream()
                        .filter(stage -> stage.on().contains(data))
                        .map(Stage::name)
                        .toList();
        return learning.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        finding(
                                data.quality().orElseThrow().range(),
                                data.id(),
                                Message.of(
                                        name(),
                                        "{stages} {learn} from {data} as it is, and its quality is"
                                                + " poor: a model learns its mistakes as well. Clean it"
                                                + " first.",
                                        "stages",
                                        Wording.allOf(learning),
                                        "learn",
                                        learning.size() == 1 ? "learns" : "learn",
                                        "data",
                                        data.name()),
                                List.of(
                                        Fix.of(
                                                "Clean it first",
                                                new Change.Set(
                                                        data.id(),
                                                        "cleaning",
                                                        "deduplicate, filter, review")))));
    }
}
