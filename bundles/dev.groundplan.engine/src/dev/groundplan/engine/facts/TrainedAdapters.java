package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.LoraFormula;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Trained parameters of LoRA, by the formula that tuning uses. */
final class TrainedAdapters implements CaseEstimator {
    private static final int USUAL_RANK = 8;

    @Override
    public Set<String> quantities() {
        return Set.of("lora_trainable_params");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseInputs inputs = published.inputs();
        List<String> targets =
                inputs.list("lora_targets").stream().map(TrainedAdapters::target).toList();
        TuningMethod method = new TuningMethod.Lora(inputs.whole("lora_rank", USUAL_RANK), targets);
        return Uncertain.exactly(
                new Count(
                        LoraFormula.trainable(
                                        subjects.models().of(published).architecture(), method)
                                .value()));
    }

    /** The language's word for a source's. */
    private static String target(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.contains("all") && lower.contains("linear")) {
            return "all-linear";
        }
        return lower.contains("qkv") ? "qkv" : lower;
    }
}
