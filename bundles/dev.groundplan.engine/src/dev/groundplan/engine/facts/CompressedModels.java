package dev.groundplan.engine.facts;

import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.CompressionHours;
import dev.groundplan.estimators.TrainingCase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Accelerator-hours of quantising a finished model, and of distilling a smaller one. */
final class CompressedModels implements CaseEstimator {
    private static final String DISTILLING = "distill_accelerator_hours";

    /** Methods that train rotations, scales or codebooks. */
    private static final List<String> LEARNED =
            List.of("spinquant", "rotation", "omniquant", "aqlm", "quip", "learned", "qat");

    @Override
    public Set<String> quantities() {
        return Set.of(DISTILLING, "ptq_accelerator_hours");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseModel model = subjects.models().of(published);
        if (!published.quantity().equals(DISTILLING)) {
            String words = (published.inputs().words("method") + " " + published.name());
            boolean learned = LEARNED.stream().anyMatch(words.toLowerCase(Locale.ROOT)::contains);
            return CaseEstimator.times(
                    CompressionHours.quantising(model.total(), learned, subjects.priors()), 1);
        }
        CaseInputs inputs = published.inputs();
        TrainingCase job = TrainedCase.of(published, model, subjects);
        OptionalDouble teacher = inputs.first("teacher", "teacher_params");
        OptionalDouble tokens = inputs.number("tokens");
        Uncertain<AcceleratorHours> hours =
                CompressionHours.distilling(
                        job,
                        teacher.isPresent() && teacher.getAsDouble() > 0
                                ? Optional.of(new Parameters(teacher.getAsDouble()))
                                : Optional.empty(),
                        tokens.isPresent() && tokens.getAsDouble() > 0
                                ? Optional.of(new Tokens(tokens.getAsDouble()))
                                : Optional.empty(),
                        subjects.priors());
        return CaseEstimator.times(hours, 1);
    }
}
