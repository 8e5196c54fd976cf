package dev.groundplan.planner.schedule;

/** When everything would be if there were enough of every resource. */
final class FreeDates {
    final int[] starts;
    final int[] ends;
    final int[] latestStarts;
    final int[] latestEnds;
    final int finish;

    FreeDates(Network network) {
        int n = network.size();
        starts = new int[n];
        ends = new int[n];
        latestStarts = new int[n];
        latestEnds = new int[n];
        int last = 0;
        for (int a : network.sorted) {
            int earliest = network.notBefore[a];
            for (int i = network.firstBefore[a]; i < network.firstBefore[a + 1]; i++) {
                earliest = Math.max(earliest, ends[network.before[i]]);
            }
            int minutes = network.minutes[a];
            starts[a] = minutes == 0 ? earliest : network.calendars[a].begin(earliest);
            ends[a] = network.calendars[a].end(starts[a], minutes);
            last = Math.max(last, ends[a]);
        }
        finish = last;
        for (int k = n - 1; k >= 0; k--) {
            int a = network.sorted[k];
            int latest = finish;
            for (int i = network.firstAfter[a]; i < network.firstAfter[a + 1]; i++) {
                latest = Math.min(latest, latestStarts[network.after[i]]);
            }
            int minutes = network.minutes[a];
            latestEnds[a] = minutes == 0 ? latest : network.calendars[a].close(latest);
            latestStarts[a] = network.calendars[a].start(latestEnds[a], minutes);
        }
    }

    /**
     * A finish that no schedule beats: neither the longest chain nor, of any resource, the work on
     * it fits into less.
     */
    int bound(Network network) {
        long[] work = new long[network.capacities.length];
        WorkCalendar[] calendars = new WorkCalendar[work.length];
        boolean[] mixed = new boolean[work.length];
        for (int a = 0; a < network.size(); a++) {
            for (int i = network.firstNeed[a]; i < network.firstNeed[a + 1]; i += 2) {
                int resource = network.needs[i];
                mixed[resource] |=
                        calendars[resource] != null && calendars[resource] != network.calendars[a];
                calendars[resource] = network.calendars[a];
                work[resource] += (long) network.minutes[a] * network.needs[i + 1];
            }
        }
        int bound = finish;
        for (int resource = 0; resource < work.length; resource++) {
            // minutes of two calendars do not add up
            if (work[resource] > 0 && !mixed[resource]) {
                int capacity = network.capacities[resource];
                int busy = (int) ((work[resource] + capacity - 1) / capacity);
                WorkCalendar calendar = calendars[resource];
                bound = Math.max(bound, calendar.end(calendar.begin(0), busy));
            }
        }
        return bound;
    }
}
