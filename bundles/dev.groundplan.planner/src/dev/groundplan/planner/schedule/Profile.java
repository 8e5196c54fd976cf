package dev.groundplan.planner.schedule;

import java.util.Arrays;

/**
 * How much of one resource is taken, as a staircase over time. Neighbouring steps of equal height
 * are one, so that a stretch in which everything is taken costs one look.
 */
final class Profile {
    private static final int FIRST = Integer.MIN_VALUE;

    private int[] times = new int[16];
    private int[] taken = new int[16];
    private int size;

    /** The step in which the last fit began. */
    private int near;

    private int until;

    Profile() {
        clear();
    }

    void clear() {
        size = 1;
        near = 0;
        times[0] = FIRST;
        taken[0] = 0;
    }

    int steps() {
        return size;
    }

    int time(int step) {
        return times[step];
    }

    int taken(int step) {
        return taken[step];
    }

    /**
     * The first moment, not before {@code begin}, from which on so much is free without a break.
     *
     * @param limit how much may be taken by others
     */
    int fit(int begin, int minutes, int limit, WorkCalendar calendar, boolean backward) {
        int step = at(begin);
        int from = begin;
        while (true) {
            // over everything that is too full
            boolean full = taken[step] > limit;
            while (taken[step] > limit) {
                step++;
            }
            int free = full ? times[step] : from;
            int look = step;
            while (taken[look] <= limit && look + 1 < size && times[look + 1] - free < minutes) {
                look++;
            }
            if (taken[look] > limit) {
                // shorter than the work by the clock: the calendar need not be asked
                step = look;
                continue;
            }
            from = full ? Clock.begin(calendar, free, backward) : from;
            until = Clock.end(calendar, from, minutes, backward);
            while (step + 1 < size && times[step + 1] <= from) {
                step++;
            }
            look = Math.max(look, step);
            while (taken[look] <= limit) {
                look++;
                if (look == size || times[look] >= until) {
                    near = step;
                    return from;
                }
            }
            step = look;
        }
    }

    /** When work ends that begins where it was last found to fit. */
    int until() {
        return until;
    }

    /** Takes so many units between two moments. */
    void take(int from, int until, int units) {
        int first = split(at(from), from);
        int step = first;
        while (step + 1 < size && times[step + 1] <= until) {
            step++;
        }
        int last = split(step, until);
        for (int i = first; i < last; i++) {
            taken[i] += units;
        }
        // first the right edge, for joining moves what lies behind it
        join(last);
        join(first);
    }

    /** The step that a moment lies in. */
    private int at(int moment) {
        int low = 0;
        int high = size - 1;
        // most look near the end, or where they looked before
        if (times[high] <= moment) {
            return high;
        }
        if (near < high && times[near] <= moment && moment < times[near + 1]) {
            return near;
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[middle] <= moment) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Makes a step begin at a moment that lies in this one, and says which. */
    private int split(int step, int moment) {
        if (times[step] == moment) {
            return step;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            taken = Arrays.copyOf(taken, 2 * size);
        }
        int next = step + 1;
        System.arraycopy(times, next, times, next + 1, size - next);
        System.arraycopy(taken, next, taken, next + 1, size - next);
        times[next] = moment;
        taken[next] = taken[step];
        size++;
        return next;
    }

    private void join(int step) {
        if (step > 0 && step < size && taken[step] == taken[step - 1]) {
            System.arraycopy(times, step + 1, times, step, size - step - 1);
            System.arraycopy(taken, step + 1, taken, step, size - step - 1);
            size--;
        }
    }
}
