package dev.groundplan.planner.schedule;

import java.util.Arrays;

/**
 * Places activities one after another, each as early as its predecessors and the resources allow
 * (serial schedule generation). Forward it begins at the start of the project, backward at a given
 * end. Holds its memory, so that placing allocates nothing: one for each thread.
 */
public final class Leveller {
    private final Network network;
    private final Profile[] profiles;

    /** Resources on which everything goes by one calendar: nobody can use its nights. */
    private final boolean[] rests;

    /** Where the activity ends that was placed last, as its clock runs. */
    private int until;

    /** For a network without obstacles. */
    public Leveller(Network network) {
        this.network = network;
        profiles = new Profile[network.capacities.length];
        for (int i = 0; i < profiles.length; i++) {
            profiles[i] = new Profile();
        }
        rests = rests(network);
    }

    private static boolean[] rests(Network network) {
        boolean[] rests = new boolean[network.capacities.length];
        WorkCalendar[] calendars = new WorkCalendar[rests.length];
        Arrays.fill(rests, true);
        for (int a = 0; a < network.size(); a++) {
            for (int i = network.firstNeed[a]; i < network.firstNeed[a + 1]; i += 2) {
                int resource = network.needs[i];
                rests[resource] &=
                        calendars[resource] == null || calendars[resource] == network.calendars[a];
                calendars[resource] = network.calendars[a];
            }
        }
        return rests;
    }

    /**
     * Every activity as early as it can be when those before it in the order are placed.
     *
     * @param order all activities, each behind what it waits for
     * @param minutes durations by activity, in minutes of its calendar
     * @param starts where the starts by activity are put
     * @param ends where the ends by activity are put
     * @return the last end
     */
    public int forward(int[] order, int[] minutes, int[] starts, int[] ends) {
        clear();
        int last = 0;
        for (int a : order) {
            int earliest = network.notBefore[a];
            for (int i = network.firstBefore[a]; i < network.firstBefore[a + 1]; i++) {
                earliest = Math.max(earliest, ends[network.before[i]]);
            }
            int start = place(a, earliest, minutes[a], false);
            take(a, start, false);
            starts[a] = start;
            ends[a] = until;
            last = Math.max(last, until);
        }
        return last;
    }

    /**
     * Every activity as late as it can be when those before it in the order are placed.
     *
     * @param order all activities, each before what it waits for
     * @param finish when the last may end
     * @return the first start; it may lie before the project
     */
    public int backward(int[] order, int[] minutes, int finish, int[] starts, int[] ends) {
        clear();
        int first = finish;
        for (int a : order) {
            int latest = finish;
            for (int i = network.firstAfter[a]; i < network.firstAfter[a + 1]; i++) {
                latest = Math.min(latest, starts[network.after[i]]);
            }
            int mirrored = place(a, -latest, minutes[a], true);
            take(a, mirrored, true);
            starts[a] = -until;
            ends[a] = -mirrored;
            first = Math.min(first, -until);
        }
        return first;
    }

    private void clear() {
        for (Profile profile : profiles) {
            profile.clear();
        }
    }

    private int place(int activity, int earliest, int minutes, boolean backward) {
        if (minutes == 0) {
            until = earliest;
            return earliest;
        }
        WorkCalendar calendar = network.calendars[activity];
        int from = Clock.begin(calendar, earliest, backward);
        int begin = network.firstNeed[activity];
        int end = network.firstNeed[activity + 1];
        if (begin == end) {
            until = Clock.end(calendar, from, minutes, backward);
        }
        int agreed = begin;
        // round the resources until all of them agree on a moment
        for (int i = begin; agreed < end; i = i + 2 == end ? begin : i + 2) {
            int resource = network.needs[i];
            int limit = network.capacities[resource] - network.needs[i + 1];
            int fit = profiles[resource].fit(from, minutes, limit, calendar, backward);
            agreed = fit == from ? agreed + 2 : begin + 2;
            from = fit;
            until = profiles[resource].until();
        }
        return from;
    }

    private void take(int activity, int from, boolean backward) {
        int begin = network.firstNeed[activity];
        int end = network.firstNeed[activity + 1];
        if (from == until || begin == end) {
            return;
        }
        int morning = Clock.begin(network.calendars[activity], until, backward);
        for (int i = begin; i < end; i += 2) {
            int resource = network.needs[i];
            // up to the next morning, so that nights leave no gaps to look into
            int free = rests[resource] ? morning : until;
            profiles[resource].take(from, free, network.needs[i + 1]);
        }
    }
}
