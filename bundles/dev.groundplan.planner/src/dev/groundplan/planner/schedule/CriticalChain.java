package dev.groundplan.planner.schedule;

import java.util.Arrays;

/**
 * Follows from the last activity back why nothing could have begun earlier: through what an
 * activity waits for, and through who held what it needs. Holds its memory, so that tracing
 * allocates nothing: one for each thread.
 */
public final class CriticalChain {
    /** The link before it is not through a resource. */
    static final int NONE = -1;

    private final Network network;
    private final int[] members;
    private final int[] resources;

    /**
     * Activities by stretches of time of equal length in which they end, about as many as there are
     * activities: the first of each stretch, and behind each activity the next. Whoever held a
     * resource is looked up there, for looking through all would take the square of their number.
     */
    private final int[] firstEnding;

    private final int[] nextEnding;
    private int shift;
    private boolean indexed;
    private int length;

    /** For a network without obstacles. */
    public CriticalChain(Network network) {
        this.network = network;
        int n = network.size();
        members = new int[n];
        resources = new int[n];
        firstEnding = new int[2 * Integer.highestOneBit(Math.max(1, n))];
        nextEnding = new int[n];
    }

    /**
     * @param minutes durations by activity
     * @param goal the activity whose end is looked into; -1: the last to end
     */
    public void trace(int[] minutes, int[] starts, int[] ends, int goal) {
        indexed = false;
        length = 0;
        int at = goal < 0 ? last(minutes, ends) : goal;
        while (at >= 0) {
            members[length] = at;
            resources[length] = NONE;
            int earlier = awaited(minutes, at, starts, ends);
            if (earlier < 0) {
                earlier = holder(minutes, at, starts, ends);
            }
            length++;
            at = earlier;
        }
    }

    /** How many members the chain has. */
    public int length() {
        return length;
    }

    /**
     * An activity of the chain.
     *
     * @param place 0: the last
     */
    public int member(int place) {
        return members[place];
    }

    /** The resource through which a member hangs on the next of the chain, or -1. */
    int resource(int place) {
        return resources[place];
    }

    /** The last end; of several the one that takes time. */
    private static int last(int[] minutes, int[] ends) {
        int last = -1;
        for (int a = 0; a < ends.length; a++) {
            if (last < 0
                    || ends[a] > ends[last]
                    || ends[a] == ends[last] && minutes[last] == 0 && minutes[a] > 0) {
                last = a;
            }
        }
        return last;
    }

    private int awaited(int[] minutes, int activity, int[] starts, int[] ends) {
        for (int i = network.firstBefore[activity]; i < network.firstBefore[activity + 1]; i++) {
            int earlier = network.before[i];
            if (touches(minutes, activity, ends[earlier], starts[activity])) {
                return earlier;
            }
        }
        return -1;
    }

    /** Of several that held it until then, the first of the network. */
    private int holder(int[] minutes, int activity, int[] starts, int[] ends) {
        if (network.firstNeed[activity] == network.firstNeed[activity + 1]
                || touches(minutes, activity, network.notBefore[activity], starts[activity])) {
            return -1;
        }
        index(ends);
        int until = starts[activity];
        // who ended in the evening before held it until the morning
        int from = Math.max(0, Math.min(until, network.calendars[activity].close(until)));
        int holder = Integer.MAX_VALUE;
        for (int stretch = from >> shift; stretch <= until >> shift; stretch++) {
            for (int other = firstEnding[stretch]; other >= 0; other = nextEnding[other]) {
                if (other < holder
                        && ends[other] >= from
                        && ends[other] <= until
                        && other != activity
                        && minutes[other] > 0) {
                    int shared = shared(activity, other);
                    if (shared >= 0) {
                        resources[length] = shared;
                        holder = other;
                    }
                }
            }
        }
        return holder == Integer.MAX_VALUE ? -1 : holder;
    }

    private void index(int[] ends) {
        if (indexed) {
            return;
        }
        indexed = true;
        int last = 0;
        for (int end : ends) {
            last = Math.max(last, end);
        }
        shift = 0;
        while (last >> shift >= firstEnding.length) {
            shift++;
        }
        Arrays.fill(firstEnding, -1);
        for (int a = 0; a < ends.length; a++) {
            int stretch = ends[a] >> shift;
            nextEnding[a] = firstEnding[stretch];
            firstEnding[stretch] = a;
        }
    }

    /** Whether what could begin at one moment begins at the other. */
    private boolean touches(int[] minutes, int activity, int end, int start) {
        return start == end
                || minutes[activity] > 0 && start == network.calendars[activity].begin(end);
    }

    private int shared(int one, int other) {
        for (int i = network.firstNeed[one]; i < network.firstNeed[one + 1]; i += 2) {
            for (int j = network.firstNeed[other]; j < network.firstNeed[other + 1]; j += 2) {
                if (network.needs[i] == network.needs[j]) {
                    return network.needs[i];
                }
            }
        }
        return NONE;
    }
}
