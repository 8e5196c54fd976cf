package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A training run that reads its data so often that reading it again teaches little. */
public final class RepeatedData implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Uncertain<Count> most = facts.prior("practice.most-epochs", Dimension.COUNT);
        return facts.plan().stages(PretrainStage.class).stream()
                .filter(stage -> stage.tokens().isPresent())
                .flatMap(stage -> finding(stage, most.likely()).stream());
    }

    private Optional<Finding> finding(PretrainStage stage, Count most) {
        Stated<Uncertain<Tokens>> trained = stage.tokens().orElseThrow();
        return unique(stage)
                // less than one token is no text to repeat
                .filter(tokens -> tokens.value() >= 1)
                .filter(tokens -> trained.value().likely().value() > most.value() * tokens.value())
                .map(
                        tokens ->
                                finding(
                                        trained.range(),
                                        stage.id(),
                                        Message.of(
                                                name(),
                                                "{trained} are {epochs} times the {unique} that"
                                                        + " {data} hold once duplicates are gone;"
                                                        + " beyond {most} times little is learnt. Train"
                                                        + " on at most {enough}, or find more text.",
                                                "trained",
                                                trained.value().likely().toString(),
                                                "epochs",
                                                new Count(
                                                                trained.value().likely().value()
                                                                        / tokens.value())
                                                        .toString(),
                                                "unique",
                                                tokens.toString(),
                                                "data",
                                                Wording.allOf(
                                                        stage.on().stream()
                                                                .map(Dataset::name)
                                                                .toList()),
                                                "most",
                                                most.toString(),
                                                "enough",
                                                tokens.times(most.value()).toString()),
                                        List.of(fix(stage, tokens.times(most.value())))));
    }

    /** Empty unless every dataset says how many tokens it has. */
    private static Optional<Tokens> unique(PretrainStage stage) {
        if (stage.on().isEmpty() || stage.on().stream().anyMatch(d -> d.tokens().isEmpty())) {
            return Optional.empty();
        }
        return stage.on().stream()
                .map(
                        data ->
                                data.tokens()
                                        .orElseThrow()
                                        .value()
                                        .likely()
                                        .times(
                                                data.unique()
                                                        .map(u -> u.value().likely().value())
                                                        .orElse(1.0)))
                .reduce(Tokens::plus);
    }

    private static Fix fix(PretrainStage stage, Tokens enough) {
        String written = Written.tokens(enough);
        return Fix.of("Train on " + written, new Change.Set(stage.id(), "tokens", written));
    }
}
