package dev.groundplan.planner.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Activities with what they need and what they wait for; immutable. Made by {@link NetworkBuilder}.
 */
public final class Network {
    private static final int LONGEST = Integer.MAX_VALUE / 2;

    private final List<String> resources;
    private final List<String> names;
    private final List<List<Demand>> demands;
    private final int[] arcs;
    final int[] capacities;
    final WorkCalendar[] calendars;
    final int[] minutes;
    final int[] notBefore;

    /** Handles of those before an activity, those of activity a from {@code firstBefore[a]} on. */
    final int[] before;

    final int[] firstBefore;
    final int[] after;
    final int[] firstAfter;

    /** Pairs of resource and units, those of activity a from {@code firstNeed[a]} on. */
    final int[] needs;

    final int[] firstNeed;

    /** Activities so that each stands behind what it waits for; shorter when there is a circle. */
    final int[] sorted;

    Network(
            List<String> resources,
            int[] capacities,
            List<String> names,
            WorkCalendar[] calendars,
            int[] minutes,
            int[] notBefore,
            List<List<Demand>> demands,
            int[] arcs) {
        this.resources = resources;
        this.capacities = capacities;
        this.names = names;
        this.calendars = calendars;
        this.minutes = minutes;
        this.notBefore = notBefore;
        this.demands = demands;
        this.arcs = arcs;
        int n = names.size();
        firstBefore = firsts(n, arcs, 1);
        before = others(arcs, 1, firstBefore);
        firstAfter = firsts(n, arcs, 0);
        after = others(arcs, 0, firstAfter);
        firstNeed = new int[n + 1];
        for (int a = 0; a < n; a++) {
            firstNeed[a + 1] = firstNeed[a] + 2 * demands.get(a).size();
        }
        needs = new int[firstNeed[n]];
        for (int a = 0, i = 0; a < n; a++) {
            for (Demand demand : demands.get(a)) {
                needs[i++] = demand.resource();
                needs[i++] = demand.units();
            }
        }
        sorted = sort(n);
    }

    private static int[] firsts(int n, int[] arcs, int side) {
        int[] firsts = new int[n + 1];
        for (int i = side; i < arcs.length; i += 2) {
            firsts[arcs[i] + 1]++;
        }
        for (int a = 0; a < n; a++) {
            firsts[a + 1] += firsts[a];
        }
        return firsts;
    }

    private static int[] others(int[] arcs, int side, int[] firsts) {
        int[] next = firsts.clone();
        int[] others = new int[arcs.length / 2];
        for (int i = 0; i < arcs.length; i += 2) {
            others[next[arcs[i + side]]++] = arcs[i + 1 - side];
        }
        return others;
    }

    /** Breadth first, without recursion: a chain may be as long as the file. */
    private int[] sort(int n) {
        int[] waiting = new int[n];
        int[] queue = new int[n];
        int end = 0;
        for (int a = 0; a < n; a++) {
            waiting[a] = firstBefore[a + 1] - firstBefore[a];
            if (waiting[a] == 0) {
                queue[end++] = a;
            }
        }
        for (int i = 0; i < end; i++) {
            for (int j = firstAfter[queue[i]]; j < firstAfter[queue[i] + 1]; j++) {
                if (--waiting[after[j]] == 0) {
                    queue[end++] = after[j];
                }
            }
        }
        return end == n ? queue : Arrays.copyOf(queue, end);
    }

    /** How many activities there are. */
    public int size() {
        return names.size();
    }

    /** The name of an activity. */
    public String name(int activity) {
        return names.get(activity);
    }

    /** How long it takes, in minutes of its calendar. */
    public int minutes(int activity) {
        return minutes[activity];
    }

    /** When it goes on. */
    public WorkCalendar calendar(int activity) {
        return calendars[activity];
    }

    /** What it holds while it goes on. */
    public List<Demand> demands(int activity) {
        return demands.get(activity);
    }

    /** Names of the resources, in the order of their handles. */
    public List<String> resources() {
        return resources;
    }

    /** How many units of a resource there are at a time. */
    public int capacity(int resource) {
        return capacities[resource];
    }

    /** The same, with enough of everything. */
    public Network withoutResources() {
        return new Network(
                resources,
                capacities,
                names,
                calendars,
                minutes,
                notBefore,
                demands.stream().map(held -> List.<Demand>of()).toList(),
                arcs);
    }

    /** What keeps it from being scheduled; none when there is a schedule. */
    public List<Obstacle> obstacles() {
        List<Obstacle> obstacles = new ArrayList<>();
        if (sorted.length < size()) {
            obstacles.add(new Obstacle.Circle(circle()));
        }
        long sum = 0;
        int latest = 0;
        for (int a = 0; a < size(); a++) {
            if (minutes[a] > 0 && calendars[a].isEmpty()) {
                obstacles.add(new Obstacle.NoWorkingDay(a));
            }
            for (Demand demand : demands.get(a)) {
                int capacity = capacities[demand.resource()];
                if (demand.units() > capacity) {
                    obstacles.add(
                            new Obstacle.TooFew(a, demand.resource(), demand.units(), capacity));
                }
            }
            sum += (long) minutes[a] * calendars[a].stretch();
            latest = Math.max(latest, notBefore[a]);
        }
        // behind the last day on which something may begin there is no idle time
        sum += latest;
        if (sum > LONGEST) {
            obstacles.add(new Obstacle.TooLong(sum));
        }
        return obstacles;
    }

    /** One circle among those that wait for ever, from the one with the lowest handle. */
    private List<Integer> circle() {
        boolean[] free = new boolean[size()];
        for (int a : sorted) {
            free[a] = true;
        }
        int at = 0;
        while (free[at]) {
            at++;
        }
        // each of them waits for another of them: going back must come round
        boolean[] seen = new boolean[size()];
        while (!seen[at]) {
            seen[at] = true;
            at = waitingFor(at, free);
        }
        List<Integer> circle = new ArrayList<>();
        int start = at;
        do {
            circle.add(at);
            at = waitingFor(at, free);
        } while (at != start);
        List<Integer> forward = circle.reversed();
        int lowest = forward.indexOf(forward.stream().min(Integer::compare).orElseThrow());
        List<Integer> turned = new ArrayList<>(forward.subList(lowest, forward.size()));
        turned.addAll(forward.subList(0, lowest));
        return turned;
    }

    private int waitingFor(int activity, boolean[] free) {
        for (int i = firstBefore[activity]; i < firstBefore[activity + 1]; i++) {
            if (!free[before[i]]) {
                return before[i];
            }
        }
        throw new IllegalStateException("activity " + activity + " waits for nothing");
    }
}
