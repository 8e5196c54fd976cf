package dev.groundplan.estimators;

import dev.groundplan.core.units.Tokens;

/**
 * How long the examples of a dataset are, as a gamma distribution: right-skewed, with the published
 * mean and deviation.
 */
public record TextLengths(Tokens mean, Tokens deviation) {
    private static final int STEPS = 2000;
    private static final double LONGEST_IN_MEANS = 12;

    /**
     * @throws IllegalArgumentException when one of them is not above zero
     */
    public TextLengths {
        if (!(mean.value() > 0) || !(deviation.value() > 0)) {
            throw new IllegalArgumentException(
                    "lengths of " + mean + " ± " + deviation + ": both must be above zero");
        }
    }

    /**
     * Usual length to which a batch is padded: that of its longest example.
     *
     * @param longest examples beyond are dropped or cut
     * @param drop whether they are dropped
     * @param batch examples padded together
     */
    double padded(double longest, boolean drop, double batch) {
        double shape = mean.value() * mean.value() / (deviation.value() * deviation.value());
        double scale = deviation.value() * deviation.value() / mean.value();
        double[] weight = new double[STEPS];
        double all = 0;
        for (int i = 0; i < STEPS; i++) {
            double x = at(i);
            weight[i] =
                    drop && x > longest
                            ? 0
                            : StrictMath.pow(x, shape - 1) * StrictMath.exp(-x / scale);
            all += weight[i];
        }
        if (!(all > 0)) {
            return longest;
        }
        double sum = 0;
        double below = 0;
        double before = 0;
        for (int i = 0; i < STEPS; i++) {
            below += weight[i] / all;
            double upTo = StrictMath.pow(below, Math.max(1, batch));
            sum += Math.min(at(i), longest) * (upTo - before);
            before = upTo;
        }
        return sum;
    }

    private double at(int step) {
        return (step + 0.5) / STEPS * LONGEST_IN_MEANS * mean.value();
    }
}
