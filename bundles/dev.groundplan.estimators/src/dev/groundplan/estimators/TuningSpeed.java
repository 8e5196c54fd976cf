package dev.groundplan.estimators;

import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.BytesPerSecond;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.TokensPerSecond;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * How fast a tuning job runs: as pre-training computes, without the gradients of frozen weights,
 * with quantised weights widened on every pass, and never faster than the host launches the kernels
 * of each layer.
 */
public final class TuningSpeed {
    private static final double SECONDS_AN_HOUR = Time.hours(1).value();

    /**
     * Share of a full pass that is left when frozen weights have no gradients: four of six parts,
     * and attention.
     */
    static final double WITHOUT_WEIGHT_GRADIENTS = 0.70;

    private static final double PROJECTOR_ALONE = 1.0 / 3;

    /** How much of the launching and of the widening Unsloth's kernels leave. */
    private static final double UNSLOTH_WIDENING = 0.6;

    /** Bytes that an optimizer moves a trained parameter and step. */
    private static final double OPTIMIZER_BYTES = 30;

    /** How sharply the slower of computing and launching rules. */
    private static final double OVERLAP_POWER = 8;

    /** Time of one optimizer step. */
    public Uncertain<Time> step(TuningCase tuning, PriorSource priors) {
        double micro = microBatch(tuning, priors);
        double rounds = tuning.job().accumulation().map(Count::value).orElse(1.0);
        double optimizer =
                tuning.recipe().full()
                        ? OPTIMIZER_BYTES
                                * tuning.job().model().total().value()
                                / tuning.accelerators()
                                / tuning.job().accelerator().bandwidth().value()
                        : 0;
        return range(micro * rounds + optimizer, priors);
    }

    /** Time that the whole job takes for each sequence that it trains on. */
    public Uncertain<Time> sequence(TuningCase tuning, PriorSource priors) {
        return range(perSequence(tuning, priors), priors);
    }

    /** Time of one micro-batch, forwards and backwards, on one replica. */
    public Uncertain<Time> microBatchTime(TuningCase tuning, PriorSource priors) {
        return range(microBatch(tuning, priors), priors);
    }

    /** Tokens a second of all devices, padding counted. */
    public Uncertain<TokensPerSecond> tokensPerSecond(TuningCase tuning, PriorSource priors) {
        double tokens = tuning.microBatch() * tuning.padded() * tuning.accelerators();
        return range(microBatch(tuning, priors), priors)
                .map(t -> new TokensPerSecond(tokens / t.value()));
    }

    /** Accelerator-hours of so many sequences, all passes over the data counted. */
    public Uncertain<AcceleratorHours> hours(
            TuningCase tuning, Count sequences, PriorSource priors) {
        double hours =
                sequences.value()
                        * perSequence(tuning, priors)
                        * tuning.accelerators()
                        / SECONDS_AN_HOUR;
        return Residual.times(new AcceleratorHours(hours), "fine-tune.hours.residual", priors);
    }

    /** Devices or groups of them that each compute their own sequences. */
    private static double replicas(TuningCase tuning) {
        if (tuning.byLayers()) {
            return 1;
        }
        double together = tuning.sequenceParallel();
        // sharing a sequence costs some of what it brings
        return tuning.accelerators() * StrictMath.pow(together, -0.1);
    }

    static double perSequence(TuningCase tuning, PriorSource priors) {
        return microBatch(tuning, priors) / (tuning.microBatch() * replicas(tuning));
    }

    private static double microBatch(TuningCase tuning, PriorSource priors) {
        TuningRecipe recipe = tuning.recipe();
        TrainingCase job = tuning.job();
        boolean again = recompute(tuning) == Recompute.FULL;
        double padded = tuning.padded();
        double whole = pass(tuning, Recompute.NONE, priors);
        double extra = pass(tuning, Recompute.FULL, priors) - whole;
        double token =
                switch (recipe.trained()) {
                    case ALL, LOW_RANK_MOMENTS -> whole;
                    case PROJECTOR -> whole * PROJECTOR_ALONE;
                    case ADAPTERS, SOME_LAYERS -> whole * WITHOUT_WEIGHT_GRADIENTS;
                };
        token = (again ? token + extra : token) / read(priors, "speed");
        if (tuning.framework() == TuningFramework.UNSLOTH) {
            token *= read(priors, "unsloth");
        }
        ModelShape shape = job.model();
        double bandwidth = job.accelerator().bandwidth().value();
        if (job.fusedAttention().filter(f -> !f).isPresent()) {
            token +=
                    read(priors, "unfused-attention")
                            * shape.heads().value()
                            * padded
                            * shape.layers().value()
                            * (again ? 4.0 / 3 : 1)
                            / bandwidth;
        }
        double computing = token * tuning.microBatch() * padded;
        if (recipe.trained() == TuningRecipe.Trained.ADAPTERS && recipe.everyLinear()) {
            computing *= 1 + read(priors, "every-linear");
        }
        double passes = recipe.full() ? (again ? 4 : 3) : again ? 3 : 2;
        double seconds =
                StrictMath.pow(
                                StrictMath.pow(computing, OVERLAP_POWER)
                                        + StrictMath.pow(
                                                launching(tuning, passes, priors), OVERLAP_POWER),
                                1 / OVERLAP_POWER)
                        + widening(tuning, passes, priors)
                        + gathering(tuning, passes, priors);
        return recipe.offloaded() ? seconds / read(priors, "offload") : seconds;
    }

    private static double launching(TuningCase tuning, double passes, PriorSource priors) {
        TuningFramework framework = tuning.framework();
        double seconds =
                read(priors, "launch") * tuning.job().model().layers().value() * passes / 3;
        if (!framework.eager()) {
            seconds *= read(priors, "launch-fused");
        }
        boolean hooks =
                tuning.recipe().sharded()
                        || tuning.recipe().full()
                                && (framework == TuningFramework.DEEPSPEED
                                        || framework == TuningFramework.TRANSFORMERS);
        return hooks ? seconds * read(priors, "launch-sharded") : seconds;
    }

    /** Quantised weights become 16-bit ones on every pass. */
    private static double widening(TuningCase tuning, double passes, PriorSource priors) {
        TuningRecipe recipe = tuning.recipe();
        if (recipe.bits().isEmpty()) {
            return 0;
        }
        double seconds =
                tuning.job().model().total().value()
                        * read(priors, "widening")
                        * passes
                        / tuning.job().accelerator().bandwidth().value();
        if (recipe.gptq()) {
            seconds *= read(priors, "gptq");
        }
        return tuning.framework() == TuningFramework.UNSLOTH ? seconds * UNSLOTH_WIDENING : seconds;
    }

    /** Sharded weights are gathered on every pass. */
    private static double gathering(TuningCase tuning, double passes, PriorSource priors) {
        double bytes = tuning.job().model().total().value() * (tuning.recipe().full() ? 8 : 2);
        boolean sharded =
                tuning.accelerators() > 1
                        && !tuning.byLayers()
                        && (tuning.recipe().full()
                                || bytes > 0.8 * tuning.job().accelerator().memory().value());
        if (!sharded) {
            return 0;
        }
        double link =
                tuning.job()
                        .accelerator()
                        .interconnect()
                        .map(BytesPerSecond::value)
                        .filter(b -> b > 0)
                        .orElse(16e9);
        return read(priors, "sharding-exposed")
                * tuning.job().model().total().value()
                * 2
                * passes
                / link;
    }

    /** Seconds a token of one device when all weights have gradients. */
    private static double pass(TuningCase tuning, Recompute recompute, PriorSource priors) {
        TrainingCase job = tuning.job();
        TrainingStack stack =
                switch (tuning.framework()) {
                    case MEGATRON -> TrainingStack.MEGATRON;
                    case UNSLOTH -> TrainingStack.FUSED;
                    case UNSTATED -> TrainingStack.UNSTATED;
                    default -> TrainingStack.EAGER;
                };
        TrainingCase alone =
                new TrainingCase(
                        job.model(),
                        job.accelerator(),
                        job.powerLimit(),
                        Optional.of(Count.of(1)),
                        Optional.of(Precision.BF16),
                        stack,
                        Optional.of(new dev.groundplan.core.units.Tokens(tuning.padded())),
                        Optional.empty(),
                        Optional.empty(),
                        layout(1, 0, (int) Math.max(1, tuning.microBatch()), recompute),
                        false,
                        Optional.of(true),
                        Optional.empty());
        SpeedConstants constants = SpeedConstants.of(priors).withBatch(read(priors, "half-batch"));
        return new TrainingSpeedFormula(new TrainingConditions(alone), constants).secondsPerToken();
    }

    static Parallel layout(int ways, int zero, int microBatch, Recompute recompute) {
        return new Parallel(
                Optional.of(ways),
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(zero),
                Optional.of(microBatch),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Stated.written(recompute, SourceRange.NOWHERE)),
                SourceRange.NOWHERE);
    }

    private static Recompute recompute(TuningCase tuning) {
        return tuning.parallel().recompute().map(Stated::value).orElse(Recompute.FULL);
    }

    static Uncertain<Time> range(double seconds, PriorSource priors) {
        return Residual.times(new Time(seconds), "fine-tune.speed.residual", priors);
    }

    static double read(PriorSource priors, String name) {
        return Likely.of(priors, "fine-tune.speed." + name);
    }
}
