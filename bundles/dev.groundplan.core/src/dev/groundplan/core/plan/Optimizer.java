package dev.groundplan.core.plan;

/** Optimiser of a training, which decides the state kept in memory. */
public enum Optimizer {
    ADAMW,
    ADAMW_8BIT,
    ADAFACTOR,
    LION,
    MUON,
    SGD
}
