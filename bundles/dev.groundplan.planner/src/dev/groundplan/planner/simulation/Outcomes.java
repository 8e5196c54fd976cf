package dev.groundplan.planner.simulation;

/**
 * What came of the runs, by their numbers: whoever makes a run writes its own places, and the sums
 * are formed afterwards in the order of the runs.
 *
 * @param draws the normal scores of all that is drawn, run after run
 * @param finish minutes
 * @param effort person-days
 * @param cost until release
 * @param monthly cost a month
 * @param spent until the project was given up; NaN where it was not
 * @param parts how many parts the cost has
 * @param byPart the cost of each, run after run
 * @param later what follows the release
 */
record Outcomes(
        int columns,
        float[] draws,
        double[] finish,
        double[] effort,
        double[] cost,
        double[] monthly,
        double[] spent,
        int parts,
        double[] byPart,
        Later later) {
    /**
     * @param spans over how many it is added up
     * @param totals cost until release and so long after, by span, run after run
     * @param returns what comes back in the same time
     * @param handled transactions in the first month
     * @param earned in the first month
     */
    record Later(int spans, double[] totals, double[] returns, double[] handled, double[] earned) {}

    static Outcomes of(int runs, int columns, int parts, int spans) {
        return new Outcomes(
                columns,
                new float[Math.multiplyExact(runs, columns)],
                new double[runs],
                new double[runs],
                new double[runs],
                new double[runs],
                new double[runs],
                parts,
                new double[Math.multiplyExact(runs, parts)],
                new Later(
                        spans,
                        new double[Math.multiplyExact(runs, spans)],
                        new double[Math.multiplyExact(runs, spans)],
                        new double[runs],
                        new double[runs]));
    }
}
