package dev.groundplan.planner.schedule;

import java.util.List;

/** Why there is no schedule. */
public sealed interface Obstacle {
    /**
     * Each of these waits for the one before it, and the first for the last.
     *
     * @param activities by their handles
     */
    record Circle(List<Integer> activities) implements Obstacle {
        public Circle {
            activities = List.copyOf(activities);
        }
    }

    /**
     * An activity needs more of a resource than there will ever be at once; of a role that nobody
     * fills there is nothing.
     */
    record TooFew(int activity, int resource, int needed, int capacity) implements Obstacle {}

    /** An activity is work on a calendar without any working day. */
    record NoWorkingDay(int activity) implements Obstacle {}

    /** The durations add up to more than the calendar holds. */
    record TooLong(long minutes) implements Obstacle {}
}
