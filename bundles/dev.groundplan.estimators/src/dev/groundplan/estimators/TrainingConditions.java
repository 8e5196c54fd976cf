package dev.groundplan.estimators;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.BytesPerSecond;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Power;
import dev.groundplan.core.units.Tokens;
import java.time.Year;
import java.util.Optional;

/**
 * A training job with everything decided that nobody said, in base units: what a user of that
 * accelerator and framework would usually do.
 */
final class TrainingConditions {
    /**
     * Tokens that a device holds at once where no micro-batch is given: enough to hide
     * communication.
     */
    private static final double USUAL_TOKENS = 16_384;

    private static final double LONG_SEQUENCE = 8192;
    private static final double SHORT_SEQUENCE = 2048;

    /** Parameters from which a model is sharded or split although nobody said so. */
    private static final double SHARDED = 1.3e9;

    private static final double SPLIT = 3e10;
    private static final double SPLIT_WAYS = 8;

    /** Bytes of weights, gradients and optimizer states a parameter, 32-bit gradients. */
    private static final double STATES = 18;

    /** Activation bytes a layer, token and unit of width with fused attention. */
    private static final double ACTIVATIONS = 34;

    /**
     * Out of a node, a device and direction: HDR and NDR InfiniBand on the boards of their time.
     */
    private static final double NETWORK_OLD = 25e9;

    private static final double NETWORK = 50e9;

    /** Links of a tensor processor's torus over its memory bandwidth, one direction. */
    private static final double TORUS = 0.12;

    /** Attention and elementwise kernels were fused from here on. */
    private static final int FUSED_SINCE = 2023;

    final TrainingCase job;
    final ModelShape shape;
    final TrainingStack stack;
    final boolean torus;
    final boolean classic;
    final boolean foundry;
    final double peak;
    final double peak16;
    final double bandwidth;
    final double memory;
    final double link;
    final double network;
    private final double out;
    final int node;
    final double accelerators;
    final double tensor;
    final double pipeline;
    final double context;
    final double replicas;
    final double sequence;
    final double microBatch;
    final double globalBatch;
    final double accumulation;
    final double interleave;
    final int zero;
    final Optional<Recompute> recompute;
    final boolean keepsActivations;

    TrainingConditions(TrainingCase job) {
        this.job = job;
        shape = job.model();
        AcceleratorSpec device = job.accelerator();
        torus = device.vendor().filter("Google"::equals).isPresent();
        boolean modern = device.peaks().containsKey(Precision.FP8) && !torus;
        boolean early = !modern && !torus && device.vendor().filter("NVIDIA"::equals).isPresent();
        stack = torus ? TrainingStack.XLA : job.stack();
        Parallel parallel = job.parallel();
        peak16 = peak(device, Precision.BF16);
        peak = job.precision().map(p -> peak(device, p)).orElse(peak16);
        bandwidth = device.bandwidth().value();
        memory = device.memory().value();
        node = Math.max(1, device.node());
        link =
                device.interconnect()
                        .map(BytesPerSecond::value)
                        .filter(b -> b > 0)
                        .orElse(TORUS * bandwidth);
        double stages = parallel.pipeline().map(Integer::doubleValue).orElse(1.0);
        double ways = parallel.tensor().map(Integer::doubleValue).orElse(1.0);
        context = parallel.context().map(Integer::doubleValue).orElse(1.0);
        double data = parallel.data().map(Integer::doubleValue).orElse(1.0);
        accelerators =
                job.accelerators()
                        .map(Count::value)
                        .filter(n -> n > 0)
                        .orElseGet(() -> usualNumber(ways * stages * data));
        recompute = parallel.recompute().map(Stated::value);
        classic =
                job.released().filter(y -> y.isBefore(Year.of(FUSED_SINCE))).isPresent()
                        || !device.peaks().containsKey(Precision.BF16)
                        || early
                                && !job.fusedAttention().orElse(false)
                                && (stack == TrainingStack.MEGATRON
                                        || recompute.filter(Recompute.FULL::equals).isPresent()
                                                && ways > 1);
        foundry = stack == TrainingStack.FOUNDRY;
        boolean chosen =
                stack == TrainingStack.MEGATRON
                        && parallel.tensor().isEmpty()
                        && parallel.pipeline().isEmpty()
                        && parallel.zero().isEmpty()
                        && !shape.mixture();
        tensor = chosen ? usualSplit() : ways;
        pipeline = stages;
        replicas = Math.max(1, accelerators / (tensor * pipeline * context));
        sequence =
                job.sequence()
                        .map(Tokens::value)
                        .filter(s -> s > 0)
                        .orElse(modern ? LONG_SEQUENCE : SHORT_SEQUENCE);
        zero =
                parallel.zero()
                        .orElse(
                                torus
                                        ? 3
                                        : stack == TrainingStack.MEGATRON
                                                        || stack == TrainingStack.UNSTATED
                                                        || shape.total().value() <= SHARDED
                                                ? 1
                                                : 3);
        // under full sharding the pipeline cuts a device's batch into sequences
        boolean cut = pipeline > 1 && zero == 3 && parallel.microBatch().isPresent();
        Optional<Double> batch =
                cut
                        ? parallel.microBatch().map(b -> b * replicas)
                        : job.globalBatch().map(Count::value).filter(b -> b > 0);
        microBatch =
                cut
                        ? 1
                        : parallel.microBatch()
                                .map(Integer::doubleValue)
                                .orElseGet(() -> usualMicroBatch(batch));
        globalBatch =
                batch.orElse(
                        microBatch * replicas * job.accumulation().map(Count::value).orElse(1.0));
        accumulation = Math.max(1, globalBatch / (replicas * microBatch));
        interleave = parallel.interleave().map(Integer::doubleValue).orElse(1.0);
        out =
                device.network()
                        .map(BytesPerSecond::value)
                        .orElse(torus ? link : modern ? NETWORK : NETWORK_OLD);
        network = accelerators <= node || torus ? link : Math.min(link, out * Math.min(node, 8));
        double split = tensor * pipeline * context;
        double kept =
                ACTIVATIONS
                        * sequence
                        * shape.hidden().value()
                        * shape.layers().value()
                        / (split > 1 ? split : shape.total().value() > SPLIT ? SPLIT_WAYS : 1)
                        * (shape.mixture() ? 0.6 : 1);
        keepsActivations = kept < memory / 2;
    }

    /** The dense peak in a format; of one that it lacks, in the next wider. */
    private static double peak(AcceleratorSpec device, Precision precision) {
        FlopPerSecond found = device.peaks().get(precision);
        if (found != null && found.value() > 0) {
            return found.value();
        }
        return switch (precision) {
            case FP4 -> peak(device, Precision.FP8);
            case FP8, INT8, INT4 -> peak(device, Precision.BF16);
            case BF16 -> peak(device, Precision.FP16);
            case FP16 -> peak(device, Precision.FP32);
            default ->
                    device.peaks().values().stream()
                            .mapToDouble(FlopPerSecond::value)
                            .filter(p -> p > 0)
                            .min()
                            .orElse(1e14);
        };
    }

    /** One accelerator for each hundred million parameters, as a power of two from eight up. */
    private double usualNumber(double written) {
        if (written > 1) {
            return written;
        }
        double least = Math.max(8, shape.total().value() / 1e8);
        return StrictMath.pow(2, Math.rint(StrictMath.log(least) / StrictMath.log(2)));
    }

    /** As many ways within a node as the states need to fit, a power of two. */
    private double usualSplit() {
        double need = STATES * shape.total().value() / (0.8 * memory);
        double ways =
                StrictMath.pow(2, Math.ceil(StrictMath.log(Math.max(1, need)) / StrictMath.log(2)));
        return Math.min(Math.min(node, SPLIT_WAYS), ways);
    }

    private double usualMicroBatch(Optional<Double> batch) {
        double usual = Math.max(1, Math.rint(USUAL_TOKENS / sequence));
        double held = batch.map(b -> Math.min(b / replicas, usual)).orElse(usual);
        if (pipeline <= 1) {
            return Math.max(1e-3, held);
        }
        // four micro-batches a stage keep the pipeline busy
        double fill = batch.orElse(pipeline * replicas * 8) / (replicas * pipeline * 4);
        return Math.max(1, Math.min(held, Math.floor(fill)));
    }

    /** Between two devices of the job, wherever they stand, in bytes a second. */
    double outside() {
        return accelerators <= node || torus ? link : Math.min(link, out);
    }

    /** Tokens of a micro-batch on one device. */
    double tokens() {
        return microBatch * sequence / context;
    }

    /**
     * Dense 16-bit peak over the sustained power, in TFLOPS a watt; empty where no power is known.
     */
    Optional<Double> intensity() {
        return job.powerLimit()
                .or(() -> job.accelerator().power())
                .map(Power::value)
                .filter(w -> w > 0 && !torus)
                .map(w -> peak16 / 1e12 / w);
    }

    /** Share of the datasheet's peak that the best matrix product reaches, as measured. */
    Optional<Double> achievable() {
        return job.accelerator().achievable().map(a -> a.value() / peak16);
    }

    /** What was taken for granted, for the reader of a derivation. */
    String assumed() {
        return "taken for granted where unwritten: "
                + stack.name().toLowerCase(java.util.Locale.ROOT)
                + " framework, split "
                + Math.round(tensor)
                + " × "
                + Math.round(pipeline)
                + ", ZeRO "
                + zero
                + ", micro-batch of "
                + Math.round(microBatch)
                + ", sequences of "
                + Math.round(sequence)
                + " tokens, "
                + (recompute.isPresent()
                        ? "recomputation as written"
                        : keepsActivations ? "little recomputed" : "all activations recomputed");
    }

    boolean narrow() {
        return job.precision().filter(p -> p == Precision.FP8 || p == Precision.FP4).isPresent();
    }

    boolean amd() {
        return job.accelerator().vendor().filter("AMD"::equals).isPresent();
    }
}
