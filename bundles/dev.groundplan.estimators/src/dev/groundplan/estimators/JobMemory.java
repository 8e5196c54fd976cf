package dev.groundplan.estimators;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Uncertain;

/**
 * Largest memory that a training or tuning job takes: states, activations, logits and what the
 * runtime holds.
 */
public final class JobMemory {
    /** Below this many bytes a data sheet's gigabyte is 2³⁰ bytes. */
    private static final double BINARY_BELOW = 1e11;

    private static final double BINARY = 1.073741824;
    private static final double USABLE = 0.96;
    private static final double NARROW_STATES = 8;
    private static final double EIGHT_BIT_MOMENTS = 6;
    private static final double LOW_RANK_STATES = 4.5;
    private static final double FUSED_GRADIENTS = 2;

    /** Share of the weights that a method that moves from layer to layer trains at once. */
    private static final double SOME_LAYERS = 0.12;

    private static final double USUAL_ADAPTERS = 0.003;

    /** Rows of the embedding where nobody gave the shape: between Llama-2's and Qwen's. */
    private static final double USUAL_VOCABULARY = 1e5;

    /** Activations of frozen layers that only pass gradients on. */
    private static final double FROZEN_ACTIVATIONS = 0.75;

    /** Memory of one accelerator of a training job. */
    public Uncertain<Bytes> training(TrainingCase job, PriorSource priors) {
        TrainingConditions c = new TrainingConditions(job);
        double runtime = read(priors, "runtime-many");
        Recompute recompute = c.recompute.orElse(Recompute.SELECTIVE);
        double bytes =
                states(c, priors)
                        + activations(c, recompute, c.tokens(), priors)
                        + read(priors, "logits")
                                * c.tokens()
                                * c.shape.vocabulary().value()
                                / c.tensor
                                * (c.pipeline > 1 ? 0.5 : 1)
                        + runtime;
        return range(bytes, "memory.job.residual-training", priors);
    }

    /** Memory of one accelerator of a tuning job; of the fullest one the others' share. */
    public Uncertain<Bytes> tuning(TuningCase tuning, PriorSource priors) {
        double n = tuning.accelerators();
        double each = tuning.byLayers() ? spread(tuning, priors) / n : one(tuning, priors);
        return range(each, "memory.job.residual-tuning", priors);
    }

    /** Memory of all accelerators of a tuning job together. */
    public Uncertain<Bytes> tuningTotal(TuningCase tuning, PriorSource priors) {
        double n = tuning.accelerators();
        return tuning(tuning, priors).map(each -> new Bytes(each.value() * n));
    }

    /** What of a need was seen by a job that did run: no more than its accelerator has. */
    public Uncertain<Bytes> seen(Uncertain<Bytes> need, AcceleratorSpec accelerator) {
        Bytes most = new Bytes(USABLE * capacity(accelerator));
        return Uncertain.of(need.low().min(most), need.likely().min(most), need.high().min(most));
    }

    /**
     * States of one device under sharding: 2 bytes of weights, 4 of gradients, 12 of the optimizer.
     */
    private static double states(TrainingConditions c, PriorSource priors) {
        double all = read(priors, "mixed-states");
        double local = c.shape.total().value() / (c.tensor * c.pipeline);
        double shards = c.replicas * c.context;
        return switch (c.zero) {
            case 0 -> local * all;
            case 1 -> local * (all - 12) + local * 12 / shards;
            case 2 -> local * 2 + local * (all - 2) / shards;
            default -> {
                double gathered =
                        shards > 1 ? 4 * linear(c.shape) / c.shape.layers().value() / c.tensor : 0;
                // a pipeline keeps the gathered weights and their gradients between micro-batches
                double kept = c.pipeline > 1 && shards > 1 ? 6 * local : 0;
                yield local * all / shards + gathered + kept;
            }
        };
    }

    private static double activations(
            TrainingConditions c, Recompute recompute, double tokens, PriorSource priors) {
        double layer = layer(c.shape, c.job, c.sequence);
        double layers = c.shape.layers().value();
        // without fused attention there was no sequence parallelism either
        double sequenceWays = c.job.parallel().sequence().orElse(!c.classic) ? c.tensor : 1;
        return switch (recompute) {
            case FULL ->
                    2 * c.shape.hidden().value() * layers * tokens / sequenceWays
                            + read(priors, "working-layer") * layer * tokens / c.tensor;
            case SELECTIVE ->
                    read(priors, "kept")
                            * read(priors, "selective")
                            * layer
                            * layers
                            * tokens
                            / c.tensor;
            case NONE -> read(priors, "kept") * layer * layers * tokens / c.tensor;
        };
    }

    /** With the matrix of scores where attention keeps one. */
    private static double layer(ModelShape shape, TrainingCase job, double sequence) {
        double bytes = shape.activationBytes();
        boolean scores = job.fusedAttention().filter(fused -> !fused).isPresent();
        return scores ? bytes + 5 * shape.heads().value() * sequence : bytes;
    }

    private static double linear(ModelShape shape) {
        double rows = shape.inferred() ? USUAL_VOCABULARY : shape.vocabulary().value();
        double tables = rows * shape.hidden().value() * (shape.tied() ? 1 : 2);
        return Math.max(shape.total().value() / 2, shape.total().value() - tables);
    }

    /** Memory of one device that holds a replica, or its shard of one. */
    private static double one(TuningCase tuning, PriorSource priors) {
        double runtime = tuning.framework().reportsTensors() ? 0 : read(priors, "runtime");
        return tunedStates(tuning, priors) + growing(tuning, priors) + runtime;
    }

    /** Memory of all devices when layers are spread over them. */
    private static double spread(TuningCase tuning, PriorSource priors) {
        double weights = tuning.job().model().total().value() * (tuning.recipe().full() ? 8 : 2);
        return weights + growing(tuning, priors) + read(priors, "runtime") * tuning.accelerators();
    }

    private static double tunedStates(TuningCase tuning, PriorSource priors) {
        ModelShape shape = tuning.job().model();
        TuningRecipe recipe = tuning.recipe();
        double n = tuning.accelerators();
        double layer = linear(shape) / shape.layers().value();
        if (recipe.trained() == TuningRecipe.Trained.SOME_LAYERS) {
            return shape.total().value() * (2 + SOME_LAYERS * NARROW_STATES);
        }
        if (recipe.full()) {
            if (recipe.offloaded()) {
                return 4 * layer;
            }
            double states = shape.total().value() * statesEach(tuning, priors);
            return n > 1 ? states / n + 4 * layer : states;
        }
        double frozen = frozen(tuning);
        boolean sharded = n > 1 && (recipe.sharded() || frozen > 0.8 * capacity(tuning.job()));
        return sharded ? frozen / n + 4 * layer : frozen;
    }

    /** Bytes of states a trained parameter; on one device, of the richest kind that fits. */
    private static double statesEach(TuningCase tuning, PriorSource priors) {
        TuningRecipe recipe = tuning.recipe();
        double each =
                tuning.framework().narrowStates() ? NARROW_STATES : read(priors, "mixed-states");
        if (recipe.narrowOptimizer()) {
            each = EIGHT_BIT_MOMENTS;
        }
        if (recipe.fusedOptimizer()) {
            each -= FUSED_GRADIENTS;
        }
        if (recipe.trained() == TuningRecipe.Trained.LOW_RANK_MOMENTS) {
            each = LOW_RANK_STATES;
        }
        double room = 0.9 * capacity(tuning.job()) / tuning.job().model().total().value();
        boolean alone = tuning.job().accelerators().filter(n -> n.value() <= 1).isPresent();
        for (double leaner : new double[] {NARROW_STATES, EIGHT_BIT_MOMENTS, 4}) {
            if (alone && each > room && leaner < each) {
                each = leaner;
            }
        }
        return each;
    }

    private static double frozen(TuningCase tuning) {
        ModelShape shape = tuning.job().model();
        double all = shape.total().value();
        double linear = linear(shape);
        double each =
                tuning.recipe()
                        .bits()
                        .map(Count::value)
                        .map(bits -> bits / 8 + (bits < 8 ? 0.03 : 0.02))
                        .orElse(2.0);
        boolean wide = tuning.recipe().bits().isPresent() && tuning.framework().widensRest();
        double trained =
                tuning.recipe().trainable().map(Parameters::value).orElse(USUAL_ADAPTERS * all);
        double state = tuning.framework().narrowStates() ? NARROW_STATES : 16;
        // who has no memory to save by it does not quantise
        double base = Math.min(2 * all, linear * each + (all - linear) * (wide ? 4 : 2));
        return base + trained * state;
    }

    /** Activations and logits, which grow with the tokens held; uneven ones leave gaps behind. */
    private static double growing(TuningCase tuning, PriorSource priors) {
        ModelShape shape = tuning.job().model();
        boolean adapters = !tuning.recipe().full();
        double tokens =
                tuning.microBatch() * tuning.sequence() / Math.max(1, tuning.sequenceParallel());
        double layer = layer(shape, tuning.job(), tuning.sequence());
        boolean again =
                tuning.parallel().recompute().map(Stated::value).orElse(Recompute.FULL)
                        == Recompute.FULL;
        double layers = shape.layers().value();
        double activations =
                again
                        ? 2 * shape.hidden().value() * layers * tokens
                                + read(priors, "working-layer") * layer * tokens
                        : read(priors, "kept")
                                * layer
                                * layers
                                * tokens
                                * (adapters ? FROZEN_ACTIVATIONS : 1);
        double rows = shape.inferred() ? USUAL_VOCABULARY : shape.vocabulary().value();
        boolean chunked =
                tuning.recipe().chunkedLoss()
                        || tuning.framework() == TuningFramework.UNSLOTH
                        || tuning.framework() == TuningFramework.TORCHTUNE;
        double logits = read(priors, chunked ? "logits-chunked" : "logits") * tokens * rows;
        boolean uneven =
                !tuning.framework().reportsTensors()
                        && (tuning.lengths().isPresent() || tuning.example().isPresent());
        return (activations + logits) * (uneven ? read(priors, "uneven") : 1);
    }

    private static double capacity(TrainingCase job) {
        return capacity(job.accelerator());
    }

    private static double capacity(AcceleratorSpec accelerator) {
        double bytes = accelerator.memory().value();
        return bytes < BINARY_BELOW ? bytes * BINARY : bytes;
    }

    private static Uncertain<Bytes> range(double bytes, String residual, PriorSource priors) {
        return Residual.times(new Bytes(bytes), residual, priors);
    }

    private static double read(PriorSource priors, String name) {
        return Likely.of(priors, "memory.job." + name);
    }
}
