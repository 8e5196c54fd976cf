package dev.groundplan.estimators;

/** What a number of examples can show of a share, at 95 % confidence and 80 % power. */
final class SampleSize {
    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Its 80th percentile. */
    private static final double POWER = 0.8416212335729143;

    private SampleSize() {}

    /** Half the width of Wilson's interval around a share. */
    static double doubt(double share, double examples) {
        double n = Math.max(1, examples);
        double variance = share * (1 - share) / n + Z * Z / (4 * n * n);
        return Z * StrictMath.sqrt(variance) / (1 + Z * Z / n);
    }

    /**
     * Pairs for McNemar's test to find a difference of two shares.
     *
     * @param discordant share of the examples that only one of the two gets right, at least the
     *     difference itself
     */
    static double pairs(double difference, double discordant) {
        double delta = Math.abs(difference);
        double psi = Math.max(discordant, delta);
        if (delta == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double root =
                Z * StrictMath.sqrt(psi)
                        + POWER * StrictMath.sqrt(Math.max(0, psi - delta * delta));
        return root * root / (delta * delta);
    }

    /** Examples for each of two shares that are measured on different ones. */
    static double unpaired(double one, double other) {
        double mean = (one + other) / 2;
        double delta = one - other;
        double z = Z + POWER;
        return delta == 0
                ? Double.POSITIVE_INFINITY
                : 2 * z * z * mean * (1 - mean) / (delta * delta);
    }
}
