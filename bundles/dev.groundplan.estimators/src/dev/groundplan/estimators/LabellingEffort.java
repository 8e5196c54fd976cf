package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Dataset;
import java.util.Optional;

/** Labelling of what a dataset has not labelled yet. */
public final class LabellingEffort implements Estimator<Dataset, LabourEstimation> {
    private static final String NAME = LabellingEffort.class.getSimpleName();

    @Override
    public Class<Dataset> subject() {
        return Dataset.class;
    }

    @Override
    public Class<LabourEstimation> estimation() {
        return LabourEstimation.class;
    }

    @Override
    public Optional<LabourEstimation> estimate(Dataset data, Facts facts) {
        if (data.labelling().isEmpty() || data.examples().isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "E = (n − l)·t·(1 + checks)·(1 + rework)");
        Calculation.Term n = c.range("n", "examples of " + data.name(), data.examples().get());
        Calculation.Term done =
                data.labelled().map(l -> c.range("l", "labelled already", l)).orElse(null);
        Calculation.Term each = c.range("t", "time of an example", data.labelling().get());
        Calculation.Term checks = c.plainPrior("checks", facts, "labelling.checks");
        Calculation.Term rework = c.plainPrior("rework", facts, "labelling.rework");
        return new LabourFormula(
                        NAME,
                        new Keys("labelling", data.name()),
                        "hours",
                        "labelling " + data.name(),
                        data.labeller().orElse("annotator"),
                        facts)
                .estimate(
                        c,
                        () ->
                                Math.max(0, n.value() - (done == null ? 0 : done.value()))
                                        * each.value()
                                        * (1 + checks.value())
                                        * (1 + rework.value()));
    }
}
