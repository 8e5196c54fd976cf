package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Parameters;
import java.util.List;
import java.util.stream.Stream;

/** Prompt tuning of a model that is too small for it. */
public final class PromptTuningSmallModel implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Parameters least =
                facts.prior("practice.prompt-tuning-parameters", Dimension.PARAMETERS).likely();
        return facts.plan().stages(TuningStage.class).stream()
                .filter(stage -> stage.method().value() instanceof TuningMethod.PromptTuning)
                .flatMap(
                        stage ->
                                stage.base().stream()
                                        .filter(ModelSpec.class::isInstance)
                                        .map(ModelSpec.class::cast)
                                        .flatMap(base -> OtherModels.size(base).stream())
                                        .filter(size -> size.compareTo(least) < 0)
                                        .map(size -> finding(stage, size, least)));
    }

    private Finding finding(TuningStage stage, Parameters size, Parameters least) {
        return finding(
                stage.method().range(),
                stage.id(),
                Message.of(
                        name(),
                        "Prompt tuning comes near full tuning from about {least} on; this model has"
                                + " {size}. LoRA adapts a small model better.",
                        "least",
                        least.toString(),
                        "size",
                        size.toString()),
                List.of(Fix.of("Use LoRA", new Change.Set(stage.id(), "method", "lora"))));
    }
}
