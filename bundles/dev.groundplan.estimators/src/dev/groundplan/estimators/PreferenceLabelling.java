package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Comparing the pairs of answers that a reinforcement still needs. */
public final class PreferenceLabelling implements Estimator<ReinforceStage, LabourEstimation> {
    private static final String NAME = PreferenceLabelling.class.getSimpleName();

    @Override
    public Class<ReinforceStage> subject() {
        return ReinforceStage.class;
    }

    @Override
    public Class<LabourEstimation> estimation() {
        return LabourEstimation.class;
    }

    @Override
    public Optional<LabourEstimation> estimate(ReinforceStage stage, Facts facts) {
        if (stage.preferences().isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "E = n·t·raters·(1 + rework)");
        Calculation.Term n =
                c.range("n", "pairs that are still to be labelled", stage.preferences().get());
        Calculation.Term each =
                stage.labelling()
                        .map(l -> c.range("t", "time of a pair", l.amount()))
                        .orElseGet(() -> c.constant("t", facts, "labelling"));
        DoubleSupplier raters = raters(c, stage);
        Calculation.Term rework = c.plainPrior("rework", facts, "labelling.rework");
        return new LabourFormula(
                        NAME,
                        new Keys("labelling", stage.name()),
                        "hours",
                        "labelling for " + stage.name(),
                        stage.labelling()
                                .flatMap(l -> l.by())
                                .map(Stated::value)
                                .orElse("annotator"),
                        facts)
                .estimate(
                        c,
                        () ->
                                n.value()
                                        * each.value()
                                        * raters.getAsDouble()
                                        * (1 + rework.value()));
    }

    private static DoubleSupplier raters(Calculation c, ReinforceStage stage) {
        Optional<Stated<Count>> several = stage.raters();
        return several.<DoubleSupplier>map(
                        r -> c.exact("raters", "people who look at each pair", r)::value)
                .orElse(() -> 1);
    }
}
