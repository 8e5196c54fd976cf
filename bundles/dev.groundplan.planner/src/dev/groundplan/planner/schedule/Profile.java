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

    Profile() {
        clear();
    }

    void clear() {
        size = 1;
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
            if (taken[step] > limit) {
                do {
                    step++;
                } while (taken[step] > limit);
                from = Clock.begin(calendar, times[step], backward);
            }
            int until = Clock.end(calendar, from, minutes, backward);
            while (step + 1 < size && times[step + 1] <= from) {
                step++;
            }
            int look = step;
            while (taken[look] <= limit) {
                look++;
                if (look == size || times[look] >= until) {
                    return from;
                }
            }
            step = look;
        }
    }

    /** Takes so many units between two moments. */
    void take(int from, int until, int units) {
        int first = split(from);
        int last = split(until);
        for (int i = first; i < last; i++) {
            taken[i] += units;
        }
        // first the right edge, for joining moves what lies behind it
        join(last);
        join(first);
    }

    /** The step that a moment lies in. */
    int at(int moment) {
        int low = 0;
        int high = size - 1;
        // most look near the end
        if (times[high] <= moment) {
            return high;
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

    /** Makes a step begin at this moment, and says which. */
    private int split(int moment) {
        int step = at(moment);
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
