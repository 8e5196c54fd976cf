package dev.groundplan.estimators;

/**
 * Numbers that look random and are always the same: each follows from what it is drawn for, not
 * from what was drawn before it.
 */
record KeyedRandom(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    /** Above 0 and below 1, for that draw of that quantity. */
    double uniform(int quantity, int draw) {
        long bits = mixed(seed + GOLDEN * (1 + draw + ((long) quantity << 32)));
        return ((bits >>> 11) + 0.5) * UNIT;
    }

    /** Standard normal, by the polar form of Box and Muller's transformation. */
    double normal(int quantity, int draw) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(quantity, 2 * draw)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(quantity, 2 * draw + 1));
    }

    /** Exponential of mean 1. */
    double exponential(int quantity, int draw) {
        return -StrictMath.log(uniform(quantity, draw));
    }

    /** SplitMix64's finaliser. */
    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
