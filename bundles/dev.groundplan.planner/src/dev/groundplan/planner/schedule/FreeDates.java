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
        int bound = finish;
        for (int resource = 0; resource < network.capacities.length; resource++) {
            bound = Math.max(bound, bound(network, resource));
        }
        return bound;
    }

    private static int bound(Network network, int resource) {
        long work = 0;
        WorkCalendar calendar = null;
        for (int a = 0; a < network.size(); a++) {
            for (int i = network.firstNeed[a]; i < network.firstNeed[a + 1]; i += 2) {
                if (network.needs[i] == resource) {
                    if (calendar != null && calendar != network.calendars[a]) {
                        return 0; // minutes of two calendars do not add up
                    }
                    calendar = network.calendars[a];
                    work += (long) network.minutes[a] * network.needs[i + 1];
                }
            }
        }
        if (calendar == null || work == 0) {
            return 0;
        }
        int capacity = network.capacities[resource];
        return calendar.end(calendar.begin(0), (int) ((work + capacity - 1) / capacity));
    }
}
