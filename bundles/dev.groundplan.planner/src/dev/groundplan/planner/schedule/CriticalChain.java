package dev.groundplan.planner.schedule;

/**
 * Follows from the last activity back why nothing could have begun earlier: through what an
 * activity waits for, and through who held what it needs. Holds no state.
 */
public final class CriticalChain {
    /** The link before it is not through a resource. */
    static final int NONE = -1;

    private CriticalChain() {}

    /**
     * @param minutes durations by activity
     * @param goal the activity whose end is looked into; -1: the last to end
     * @param chain where the members are put, the last first
     * @param resources where the resource is put through which each member hangs on the next of the
     *     chain, or -1
     * @return how many members
     */
    public static int trace(
            Network network,
            int[] minutes,
            int[] starts,
            int[] ends,
            int goal,
            int[] chain,
            int[] resources) {
        int at = goal < 0 ? last(minutes, ends) : goal;
        int length = 0;
        while (at >= 0) {
            chain[length] = at;
            resources[length] = NONE;
            int earlier = awaited(network, minutes, at, starts, ends);
            if (earlier < 0) {
                earlier = holder(network, minutes, at, starts, ends, resources, length);
            }
            length++;
            at = earlier;
        }
        return length;
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

    private static int awaited(
            Network network, int[] minutes, int activity, int[] starts, int[] ends) {
        for (int i = network.firstBefore[activity]; i < network.firstBefore[activity + 1]; i++) {
            int earlier = network.before[i];
            if (touches(network, minutes, activity, ends[earlier], starts[activity])) {
                return earlier;
            }
        }
        return -1;
    }

    private static int holder(
            Network network,
            int[] minutes,
            int activity,
            int[] starts,
            int[] ends,
            int[] resources,
            int length) {
        if (network.firstNeed[activity] == network.firstNeed[activity + 1]
                || touches(
                        network,
                        minutes,
                        activity,
                        network.notBefore[activity],
                        starts[activity])) {
            return -1;
        }
        int until = starts[activity];
        // who ended in the evening before held it until the morning
        int from = Math.min(until, network.calendars[activity].close(until));
        for (int other = 0; other < ends.length; other++) {
            if (ends[other] >= from
                    && ends[other] <= until
                    && other != activity
                    && minutes[other] > 0) {
                int shared = shared(network, activity, other);
                if (shared >= 0) {
                    resources[length] = shared;
                    return other;
                }
            }
        }
        return -1;
    }

    /** Whether what could begin at one moment begins at the other. */
    private static boolean touches(
            Network network, int[] minutes, int activity, int end, int start) {
        return start == end
                || minutes[activity] > 0 && start == network.calendars[activity].begin(end);
    }

    private static int shared(Network network, int one, int other) {
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
