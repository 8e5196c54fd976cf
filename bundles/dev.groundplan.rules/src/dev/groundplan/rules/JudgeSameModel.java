package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.Servable;
import java.util.List;
import java.util.stream.Stream;

/** A judge that is the model whose answers it judges. */
public final class JudgeSameModel implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        List<Servable> judged =
                ModelMention.answering(facts.plan()).map(ModelMention::model).toList();
        return facts.plan().evaluation().gates().stream()
                .flatMap(
                        gate ->
                                gate.measurements().stream()
                                        .filter(m -> m.judge().filter(judged::contains).isPresent())
                                        .map(m -> finding(gate, m)));
    }

    private Finding finding(Gate gate, Measurement measurement) {
        return finding(
                measurement.range(),
                gate.id(),
                Message.of(
                        name(),
                        "{judge} judges its own answers by {metric}: a model prefers what it would"
                                + " have written itself. Let another, larger model judge, or"
                                + " people.",
                        "judge",
                        measurement.judge().orElseThrow().name(),
                        "metric",
                        measurement.metric()),
                List.of());
    }
}
