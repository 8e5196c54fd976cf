package dev.groundplan.planner.simulation;

import java.util.Arrays;

/** How the draws of each column go with a result. */
final class Influence {
    /** The 80th percentile of the standard normal distribution. */
    private static final float FIFTH = 0.8416212f;

    final double[] correlations;
    final double[] lows;
    final double[] highs;

    Influence(Outcomes outcomes, double[] results) {
        int runs = results.length;
        int columns = outcomes.columns();
        correlations = new double[columns];
        lows = new double[columns];
        highs = new double[columns];
        double[] ranks = scores(results);
        double[] sums = new double[columns];
        double[] squares = new double[columns];
        int[] lowCounts = new int[columns];
        int[] highCounts = new int[columns];
        double rankSquares = 0;
        double total = 0;
        int place = 0;
        for (int run = 0; run < runs; run++) {
            double rank = ranks[run];
            double result = results[run];
            rankSquares += rank * rank;
            total += result;
            for (int c = 0; c < columns; c++, place++) {
                float draw = outcomes.draws()[place];
                correlations[c] += draw * rank;
                sums[c] += draw;
                squares[c] += draw * draw;
                if (draw < -FIFTH) {
                    lows[c] += result;
                    lowCounts[c]++;
                } else if (draw > FIFTH) {
                    highs[c] += result;
                    highCounts[c]++;
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            // the scores of the ranks add up to zero
            double spread = (squares[c] - sums[c] * sums[c] / runs) * rankSquares;
            correlations[c] = spread > 0 ? correlations[c] / Math.sqrt(spread) : 0;
            lows[c] = lowCounts[c] == 0 ? total / runs : lows[c] / lowCounts[c];
            highs[c] = highCounts[c] == 0 ? total / runs : highs[c] / highCounts[c];
        }
    }

    /** The normal score of each result's rank; equal results share the mean of theirs. */
    private static double[] scores(double[] results) {
        int n = results.length;
        double[] sorted = results.clone();
        Arrays.sort(sorted);
        double[] byRank = new double[n];
        for (int i = 0; i < n; i++) {
            byRank[i] = Normal.quantile((i + 0.5) / n);
        }
        for (int from = 0; from < n; ) {
            int until = from + 1;
            double sum = byRank[from];
            while (until < n && sorted[until] == sorted[from]) {
                sum += byRank[until++];
            }
            Arrays.fill(byRank, from, until, sum / (until - from));
            from = until;
        }
        // where results of each stretch between least and greatest begin: a search of a few steps
        double least = sorted[0];
        double perUnit = n / Math.max(Double.MIN_NORMAL, sorted[n - 1] - least);
        int[] begins = new int[n + 2];
        for (double result : sorted) {
            begins[stretch(result, least, perUnit, n) + 1]++;
        }
        for (int i = 0; i <= n; i++) {
            begins[i + 1] += begins[i];
        }
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            int stretch = stretch(results[i], least, perUnit, n);
            // any of equal results will do
            scores[i] =
                    byRank[
                            Arrays.binarySearch(
                                    sorted, begins[stretch], begins[stretch + 1], results[i])];
        }
        return scores;
    }

    private static int stretch(double result, double least, double perUnit, int n) {
        return (int) Math.min(n, (result - least) * perUnit);
    }
}
