package dev.groundplan.estimators;

/** The fitted constants of {@link TrainingSpeedFormula}, at their likely values. */
record SpeedConstants(
        double multiply,
        double achievable,
        double intensityExponent,
        double width,
        double batch,
        double attention,
        double attentionExponent,
        double triton,
        double traffic,
        double eager,
        double casts,
        double output,
        double sharding,
        double tensorExposed,
        double tensorHidden,
        double experts,
        double launchExperts,
        double exchange,
        double doubling,
        double selective,
        double unstatedRecompute,
        double unstated,
        double classic,
        double torus,
        double rocm) {
    static SpeedConstants of(PriorSource priors) {
        return new SpeedConstants(
                read(priors, "multiply"),
                read(priors, "achievable"),
                read(priors, "intensity-exponent"),
                read(priors, "half-width"),
                read(priors, "half-batch"),
                read(priors, "attention"),
                read(priors, "attention-exponent"),
                read(priors, "triton-attention"),
                read(priors, "traffic"),
                read(priors, "eager"),
                read(priors, "casts"),
                read(priors, "output-traffic"),
                read(priors, "sharding-exposed"),
                read(priors, "tensor-exposed"),
                read(priors, "tensor-hidden"),
                read(priors, "experts"),
                read(priors, "launch-experts"),
                read(priors, "exchange-exposed"),
                read(priors, "doubling"),
                read(priors, "selective"),
                read(priors, "unstated-recompute"),
                read(priors, "unstated-stack"),
                read(priors, "before-fusion"),
                read(priors, "tensor-processor"),
                read(priors, "rocm"));
    }

    static double read(PriorSource priors, String name) {
        return Likely.of(priors, "training.speed." + name);
    }

    /** The same with another half-batch, for jobs whose micro-batches are small. */
    SpeedConstants withBatch(double other) {
        return new SpeedConstants(
                multiply,
                achievable,
                intensityExponent,
                width,
                other,
                attention,
                attentionExponent,
                triton,
                traffic,
                eager,
                casts,
                output,
                sharding,
                tensorExposed,
                tensorHidden,
                experts,
                launchExperts,
                exchange,
                doubling,
                selective,
                unstatedRecompute,
                unstated,
                classic,
                torus,
                rocm);
    }
}
