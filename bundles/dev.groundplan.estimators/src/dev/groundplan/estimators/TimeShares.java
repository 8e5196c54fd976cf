package dev.groundplan.estimators;

/** How much of something fell on each length of time; lengths within 2 % of each other are one. */
final class TimeShares {
    private static final double FINENESS = 0.02;
    private static final double SHORTEST = 1e-6;
    private static final int BINS = 1500;

    private final double[] shares = new double[BINS];
    private double all;
    private double last;
    private int lastBin;

    void add(double seconds, double amount, boolean counts) {
        if (counts && amount > 0) {
            if (seconds != last) {
                last = seconds;
                double bin = StrictMath.log(Math.max(1, seconds / SHORTEST)) / FINENESS;
                lastBin = (int) Math.min(BINS - 1, bin);
            }
            shares[lastBin] += amount;
            all += amount;
        }
    }

    /** The time that this share does not exceed; 0 when there is nothing. */
    double percentile(double share) {
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += shares[i];
            if (sum >= share * all && all > 0) {
                return SHORTEST * StrictMath.exp((i + 0.5) * FINENESS);
            }
        }
        return 0;
    }
}
