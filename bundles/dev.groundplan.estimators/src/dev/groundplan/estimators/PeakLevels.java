package dev.groundplan.estimators;

/**
 * What users of a replica see.
 *
 * @param firstToken 95th percentile of the time to the first token, waiting included, in seconds
 * @param perToken 95th percentile of the time from one token to the next, in seconds
 */
record PeakLevels(double firstToken, double perToken) {
    /** Whether both stay within what is promised. */
    boolean within(PeakLevels promised) {
        return firstToken <= promised.firstToken && perToken <= promised.perToken;
    }

    PeakLevels times(double factor) {
        return new PeakLevels(firstToken * factor, perToken * factor);
    }
}
