package dev.groundplan.estimators;

/**
 * Requests that arrive at one replica by chance, independent of each other.
 *
 * @param input mean tokens of a prompt that are to be computed, lognormal
 * @param inputSpread standard deviation of their logarithm
 * @param output mean tokens of an answer, lognormal
 * @param outputSpread standard deviation of their logarithm
 * @param slots requests that are under way together at most; others wait
 * @param chunk tokens of prompts that a step carries beside the further tokens
 */
record ReplicaLoad(
        double input,
        double inputSpread,
        double output,
        double outputSpread,
        double slots,
        double chunk) {
    /** The 90th percentile of the standard normal distribution. */
    private static final double Z90 = 1.2815515655446004;

    private static final double Z95 = 1.6448536269514722;

    /**
     * Spread of the lognormal distribution whose 90th percentile is so many times its mean; the
     * widest that there is where none has it.
     */
    static double spread(double p90OverMean) {
        double logarithm = StrictMath.log(Math.max(1, p90OverMean));
        return Z90 - StrictMath.sqrt(Math.max(0, Z90 * Z90 - 2 * logarithm));
    }

    /** Tokens of a prompt that one in twenty exceeds. */
    double longInput() {
        return input * StrictMath.exp(Z95 * inputSpread - inputSpread * inputSpread / 2);
    }

    /** Squared coefficient of variation of the answers' lengths. */
    double outputVariation() {
        return StrictMath.exp(outputSpread * outputSpread) - 1;
    }

    double inputVariation() {
        return StrictMath.exp(inputSpread * inputSpread) - 1;
    }

    /** Steps that carry a prompt. */
    double steps(double tokens) {
        return Math.max(1, Math.ceil(tokens / Math.max(1, chunk)));
    }

    ReplicaLoad withChunk(double tokens) {
        return new ReplicaLoad(input, inputSpread, output, outputSpread, slots, tokens);
    }
}
