package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Weights that a tuning stage changes. */
public final class TrainableParameters
        implements Estimator<TuningStage, TrainableParametersEstimation> {
    private static final String NAME = TrainableParameters.class.getSimpleName();

    @Override
    public Class<TuningStage> subject() {
        return TuningStage.class;
    }

    @Override
    public Class<TrainableParametersEstimation> estimation() {
        return TrainableParametersEstimation.class;
    }

    @Override
    public Optional<TrainableParametersEstimation> estimate(TuningStage stage, Facts facts) {
        return TuningDefaults.base(stage, facts).flatMap(size -> trainable(stage, size));
    }

    private static Optional<TrainableParametersEstimation> trainable(
            TuningStage stage, ParameterEstimation size) {
        Stated<TuningMethod> method = stage.method();
        Calculation c = new Calculation(NAME, formula(method.value()));
        c.shown(Input.of("method", "tuning method", method.map(TuningMethod::word)));
        if (method.value() instanceof TuningMethod.Full) {
            Calculation.Term n = c.result("N", size.total());
            return finish(stage, c, n::value);
        }
        if (size.architecture().isEmpty()) {
            return Optional.empty();
        }
        Stated<Architecture> architecture = size.architecture().get();
        inputs(c, method);
        shape(c, architecture);
        Parameters trainable = LoraFormula.trainable(architecture.value(), method.value());
        return finish(stage, c, trainable::value);
    }

    private static Optional<TrainableParametersEstimation> finish(
            TuningStage stage, Calculation c, DoubleSupplier value) {
        return c.of(
                        Keys.of(stage).key("trainable-parameters"),
                        "Trainable parameters",
                        Parameters::new,
                        value)
                .map(TrainableParametersEstimation::new);
    }

    private static String formula(TuningMethod method) {
        return switch (method) {
            case TuningMethod.Full full -> "N_t = N";
            case TuningMethod.Lora lora -> "N_t = Σ r·(d_in + d_out)";
            case TuningMethod.Qlora qlora -> "N_t = Σ r·(d_in + d_out)";
            case TuningMethod.PromptTuning prompt -> "N_t = v·h";
        };
    }

    private static void inputs(Calculation c, Stated<TuningMethod> method) {
        switch (method.value()) {
            case TuningMethod.Full full -> {
                // nothing but the model
            }
            case TuningMethod.Lora lora -> adapters(c, lora.rank(), lora.targets(), method);
            case TuningMethod.Qlora qlora -> adapters(c, qlora.rank(), qlora.targets(), method);
            case TuningMethod.PromptTuning prompt ->
                    c.number("v", "virtual tokens", prompt.virtualTokens(), method.origin());
        }
    }

    private static void adapters(
            Calculation c, int rank, List<String> targets, Stated<TuningMethod> method) {
        c.number("r", "rank of the adapters", rank, method.origin());
        c.shown(
                Input.of(
                        "targets",
                        "projections with an adapter",
                        targets.isEmpty() ? "all-linear" : String.join(", ", targets),
                        method.origin()));
    }

    private static void shape(Calculation c, Stated<Architecture> architecture) {
        Architecture a = architecture.value();
        c.number("L", "layers", a.layers(), architecture.origin());
        c.number("h", "hidden width", a.hidden(), architecture.origin());
        c.number(
                "a·d",
                "width of the queries",
                (long) a.heads() * a.headDim(),
                architecture.origin());
        c.number(
                "k·d",
                "width of the keys",
                (long) a.kvHeads() * a.headDim(),
                architecture.origin());
        c.number("f", "feed-forward width", a.ffn(), architecture.origin());
    }
}
