package dev.groundplan.planner.schedule;

/**
 * How long a better schedule is looked for: counted, not timed, so that every machine finds the
 * same.
 *
 * @param schedules how many schedules are made at most
 * @param seed of the choices that the search makes by chance
 */
public record Search(int schedules, long seed) {
    /** Placings of an activity that a search of usual length makes. */
    private static final int PLACINGS = 120_000;

    private static final int FEWEST = 12;
    private static final int MOST = 5_000;

    /**
     * Of usual length: the more activities, the fewer schedules.
     *
     * @param activities how many there are
     */
    public static Search usual(int activities) {
        return new Search(Math.clamp(PLACINGS / Math.max(1, activities), FEWEST, MOST), 1);
    }
}
