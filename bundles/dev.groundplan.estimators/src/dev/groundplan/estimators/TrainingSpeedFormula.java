package dev.groundplan.estimators;

/**
 * Seconds of one accelerator for each token trained on: matrix products at the rate that the board
 * sustains, attention, traffic of the elementwise kernels and of the output layer through memory,
 * and the part of the communication that does not hide; all of it stretched by the pipeline's
 * bubble and by the number of accelerators.
 */
final class TrainingSpeedFormula {
    static final String FORMULA =
            "t = max(F_linear/(e·P·η) + F_attention/(e_a·P₁₆) + traffic/BW + communication, launch)"
                    + " · (1 + (p − 1)/(m·v)) · stack · (1 + κ·log₂(n/8))";

    /** TFLOPS a watt of an A100, at which the exponent of sustained power starts. */
    private static final double REFERENCE_INTENSITY = 0.78;

    /** TFLOPS of an A100, at which the exponent of attention kernels starts. */
    private static final double REFERENCE_PEAK = 312e12;

    private static final double REFERENCE_TOKENS = 8192;

    private final TrainingConditions c;
    private final SpeedConstants k;
    private final ModelShape shape;
    private final double again;

    TrainingSpeedFormula(TrainingConditions conditions, SpeedConstants constants) {
        c = conditions;
        k = constants;
        shape = conditions.shape;
        again = recomputed();
    }

    /** Seconds of one accelerator a token. */
    double secondsPerToken() {
        double busy = Math.max(linear() + attention() + traffic() + communication(), launching());
        double bubble = (c.pipeline - 1) / (c.accumulation * c.interleave);
        double scale =
                1
                        + k.doubling()
                                * Math.max(
                                        0,
                                        StrictMath.log(Math.max(c.accelerators, 8) / 8)
                                                / StrictMath.log(2));
        return busy * (1 + bubble) * stack() * scale;
    }

    /** The host cannot launch the many small kernels of a layer of experts any faster. */
    private double launching() {
        return shape.mixture() && !c.torus
                ? k.launchExperts() * shape.layers().value() * c.tensor / c.tokens()
                : 0;
    }

    /** Which part of the forward pass is computed a second time. */
    private double recomputed() {
        if (c.recompute.isEmpty()) {
            return c.classic || !c.keepsActivations ? 1 : k.unstatedRecompute();
        }
        return switch (c.recompute.get()) {
            case FULL -> 1;
            case SELECTIVE -> k.selective();
            case NONE -> 0;
        };
    }

    private double linear() {
        double layers =
                shape.multiplied().value()
                        - Math.min(shape.embedding(), 0.6 * shape.multiplied().value());
        double flop = 6 * shape.multiplied().value() + 2 * again * layers;
        double rate = c.peak * rate() * narrowness();
        if (!shape.mixture()) {
            return flop / rate;
        }
        double inExperts = expertShare();
        double grouped =
                shape.expertFfn().map(f -> 1.2 * f.value() / (f.value() + k.width())).orElse(1.0);
        return flop * ((1 - inExperts) / rate + inExperts / (rate * k.experts() * grouped));
    }

    /** Share of the datasheet's peak that long matrix products sustain within the board's power. */
    private double rate() {
        double best = c.torus ? 0.95 : c.achievable().orElse(k.achievable());
        double throttled =
                c.intensity()
                        .map(
                                i ->
                                        Math.min(
                                                1.1,
                                                StrictMath.pow(
                                                        REFERENCE_INTENSITY / i,
                                                        k.intensityExponent())))
                        .orElse(1.0);
        return k.multiply() * best * throttled;
    }

    /** What narrow matrices, thin shards of them and small batches lose. */
    private double narrowness() {
        double h = shape.hidden().value();
        double result = h / (h + k.width());
        if (c.tensor > 1) {
            double thin = k.width() / 4;
            double shard = h / c.tensor;
            result *= shard / (shard + thin) * (1 + thin / h);
        }
        double tokens = c.tokens();
        return result
                * tokens
                / (tokens + k.batch())
                * (REFERENCE_TOKENS + k.batch())
                / REFERENCE_TOKENS;
    }

    /** Share of the active weights that stands in experts. */
    private double expertShare() {
        if (shape.latent()) {
            return 0.6;
        }
        double attention =
                shape.layers().value()
                        * shape.hidden().value()
                        * shape.headDim().value()
                        * (2 * shape.heads().value() + 2 * Math.max(1, shape.kvHeads().value()));
        return Math.max(0.5, 1 - attention / shape.multiplied().value());
    }

    /**
     * Causal, so half of the matrix; the backward pass of fused kernels computes the scores once
     * more.
     */
    private double attention() {
        double passes = 3.5 + (again > 0.9 ? 1 : again / 2);
        double flop = shape.attentionFlop() * c.sequence * passes / 2;
        double d = shape.headDim().value();
        double share = k.attention() * 1.25 * d / (d + 32);
        if (c.foundry) {
            share *= k.triton();
        }
        if (!c.torus) {
            share *= StrictMath.pow(REFERENCE_PEAK / c.peak16, k.attentionExponent());
        }
        return flop / (c.peak16 * share) * (unfused() ? 2 : 1);
    }

    private boolean unfused() {
        return c.classic && c.recompute.isEmpty();
    }

    private double traffic() {
        double width = shape.hidden().value() + shape.ffn().value() / 4;
        double bytes = k.traffic() * 2 * shape.layers().value() * width * (1 + again / 3);
        if (c.stack == TrainingStack.EAGER || c.stack == TrainingStack.UNSTATED) {
            bytes *= k.eager();
        }
        if (c.narrow()) {
            bytes *= k.casts();
        }
        if (unfused()) {
            bytes += 10 * shape.layers().value() * shape.heads().value() * c.sequence;
        }
        return (bytes + k.output() * shape.vocabulary().value()) / c.bandwidth;
    }

    private double communication() {
        double h = shape.hidden().value();
        double layers = shape.layers().value();
        double seconds = 0;
        if (c.tensor > 1) {
            double exposed = c.classic ? k.tensorExposed() : k.tensorHidden();
            double link = c.tensor <= c.node ? c.link : c.network;
            seconds += exposed * (4 + 2 * again) * 2 * (c.tensor - 1) * 2 * h * layers / link;
        }
        if (c.zero >= 3 && c.replicas > 1) {
            double link = c.job.shardsInNode() ? c.link : c.network;
            seconds += k.sharding() * shape.total().value() * 6 / link / c.tokens();
        } else if (c.replicas > 1) {
            // experts are spread over devices, so few replicas of each exchange gradients
            double weights = shape.mixture() ? shape.active().value() : shape.total().value();
            seconds += k.sharding() * weights * 6 / c.network / (c.tokens() * c.accumulation);
        }
        if (shape.mixture()) {
            double link = c.torus || c.node > 8 ? c.link : 0.4 * c.link + 0.6 * c.network;
            double passed = shape.experts().map(e -> e.active().value()).orElse(1.0);
            seconds += k.exchange() * passed * h * 12 * layers / link;
        }
        return seconds;
    }

    private double stack() {
        double factor = 1;
        if (c.torus) {
            factor /= k.torus();
        }
        if (c.amd()) {
            factor /= k.rocm();
        }
        if (c.stack == TrainingStack.UNSTATED) {
            factor /= k.unstated();
        }
        return c.classic ? factor * k.classic() : factor;
    }
}
