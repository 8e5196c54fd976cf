package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A utilisation that hardly any published run has reached. */
public final class OptimisticMfu implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Ratio highest = facts.prior("practice.highest-mfu", Dimension.RATIO).likely();
        return facts.plan().stages().stream()
                .flatMap(
                        stage ->
                                mfu(stage)
                                        .filter(Stated::isWritten)
                                        .filter(s -> s.value().likely().compareTo(highest) > 0)
                                        .map(stated -> finding(stage, stated, highest))
                                        .stream());
    }

    private static Optional<Stated<Uncertain<Ratio>>> mfu(Stage stage) {
        return switch (stage) {
            case PretrainStage pretrain -> pretrain.mfu();
            case TuningStage tuning -> tuning.mfu();
            case ReinforceStage reinforce -> reinforce.mfu();
            case PromptStage prompt -> Optional.empty();
            case CompressionStage compression -> Optional.empty();
        };
    }

    private Finding finding(Stage stage, Stated<Uncertain<Ratio>> stated, Ratio highest) {
        return finding(
                stated.range(),
                stage.id(),
                Message.of(
                        name(),
                        "A utilisation of {mfu}: the best published runs reach about {highest}, and"
                                + " most stay well below. Time and cost come out too small.",
                        "mfu",
                        stated.value().likely().toString(),
                        "highest",
                        highest.toString()),
                List.of(
                        Fix.of(
                                "Let it be estimated",
                                new Change.Remove(stage.id(), Optional.of("mfu")))));
    }
}
