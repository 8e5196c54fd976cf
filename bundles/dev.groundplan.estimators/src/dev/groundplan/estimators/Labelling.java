package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The work of people who label examples, or compare answers. */
public final class Labelling implements Estimator<Work, LabellingEstimation> {
    private static final String NAME = Labelling.class.getSimpleName();

    @Override
    public Class<Work> subject() {
        return Work.class;
    }

    @Override
    public Class<LabellingEstimation> estimation() {
        return LabellingEstimation.class;
    }

    @Override
    public Optional<LabellingEstimation> estimate(Work work, Facts facts) {
        if (!work.kind().equals("label")) {
            return Optional.empty();
        }
        return work.about()
                .flatMap(
                        about ->
                                switch (about) {
                                    case Dataset data -> examples(data, facts);
                                    case ReinforceStage stage -> preferences(stage, facts);
                                    default -> Optional.empty();
                                })
                .map(LabellingEstimation::new);
    }

    /** Those that nobody has labelled yet. */
    private static Optional<Estimate<Effort>> examples(Dataset data, Facts facts) {
        if (data.examples().isEmpty() || data.labelling().isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "E = max(0, n − l)·t·(1 + q)·(1 + w)");
        Calculation.Term examples =
                c.range("n", "examples of " + data.name(), data.examples().get());
        Optional<Stated<Uncertain<Count>>> labelled = data.labelled();
        Optional<Calculation.Term> there =
                labelled.map(l -> c.range("l", "of these labelled already", l));
        Calculation.Term time = c.range("t", "time for an example", data.labelling().get());
        return effort(
                c,
                facts,
                data.name(),
                () ->
                        Math.max(
                                        0,
                                        examples.value()
                                                - there.map(Calculation.Term::value).orElse(0.0))
                                * time.value());
    }

    private static Optional<Estimate<Effort>> preferences(ReinforceStage stage, Facts facts) {
        if (stage.preferences().isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "E = n·r·t·(1 + q)·(1 + w)");
        Calculation.Term pairs =
                c.range("n", "preferences still to be labelled", stage.preferences().get());
        Optional<Calculation.Term> raters =
                stage.raters().map(r -> c.exact("r", "people who label each one", r));
        Calculation.Term time =
                stage.labelling()
                        .map(Labour::amount)
                        .map(t -> c.range("t", "time for a pair", t))
                        .orElseGet(() -> c.constant("t", facts, "labelling"));
        return effort(
                c,
                facts,
                stage.name(),
                () ->
                        pairs.value()
                                * raters.map(Calculation.Term::value).orElse(1.0)
                                * time.value());
    }

    /**
     * @param seconds of one pass over everything
     */
    private static Optional<Estimate<Effort>> effort(
            Calculation c, Facts facts, String name, DoubleSupplier seconds) {
        Calculation.Term checks = c.plainPrior("q", facts, "labelling.checks");
        Calculation.Term rework = c.plainPrior("w", facts, "labelling.rework");
        return c.of(
                new Keys("labelling", name).key("hours"),
                "Working time to label",
                Effort::new,
                () ->
                        Time.seconds(
                                        seconds.getAsDouble()
                                                * (1 + checks.value())
                                                * (1 + rework.value()))
                                .worked()
                                .value());
    }
}
