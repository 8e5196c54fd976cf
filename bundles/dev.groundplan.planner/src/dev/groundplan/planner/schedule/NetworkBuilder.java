package dev.groundplan.planner.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers activities, what they need and what they wait for. Resources and activities are known by
 * handles, which count from zero in the order in which they were added.
 */
public final class NetworkBuilder {
    private final List<String> resources = new ArrayList<>();
    private final List<Integer> capacities = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<WorkCalendar> calendars = new ArrayList<>();
    private final List<Integer> minutes = new ArrayList<>();
    private final List<Integer> notBefore = new ArrayList<>();
    private final List<List<Demand>> demands = new ArrayList<>();
    private int[] arcs = new int[64];
    private int arcCount;

    /**
     * People of a role, or accelerators of a kind.
     *
     * @param capacity how many units there are at a time: hundredths of a person, or accelerators
     */
    public int resource(String name, int capacity) {
        resources.add(name);
        capacities.add(Math.max(0, capacity));
        return resources.size() - 1;
    }

    /**
     * Something that takes time and is not interrupted, except by nights and days off.
     *
     * @param calendar when it goes on
     * @param minutes of that calendar, 0 for a milestone
     */
    public int activity(String name, WorkCalendar calendar, int minutes) {
        names.add(name);
        calendars.add(calendar);
        this.minutes.add(Math.max(0, minutes));
        notBefore.add(0);
        demands.add(new ArrayList<>());
        return names.size() - 1;
    }

    /** A point in time. */
    public int milestone(String name) {
        return activity(name, WorkCalendar.elapsed(), 0);
    }

    /** Lets an activity hold so many units of a resource, besides what it holds already. */
    public NetworkBuilder demand(int activity, int resource, int units) {
        List<Demand> held = demands.get(activity);
        int sum = Math.max(0, units);
        for (Demand demand : held) {
            sum += demand.resource() == resource ? demand.units() : 0;
        }
        held.removeIf(demand -> demand.resource() == resource);
        if (sum > 0) {
            held.add(new Demand(resource, sum));
        }
        return this;
    }

    /** The second begins when the first has ended, or later. */
    public NetworkBuilder order(int first, int second) {
        if (arcCount + 2 > arcs.length) {
            arcs = Arrays.copyOf(arcs, 2 * arcs.length);
        }
        arcs[arcCount++] = first;
        arcs[arcCount++] = second;
        return this;
    }

    /** It begins at this moment or later. */
    public NetworkBuilder notBefore(int activity, int moment) {
        notBefore.set(activity, Math.max(notBefore.get(activity), moment));
        return this;
    }

    /** How many activities there are so far. */
    public int size() {
        return names.size();
    }

    /** What was gathered. */
    public Network build() {
        return new Network(
                List.copyOf(resources),
                ints(capacities),
                List.copyOf(names),
                calendars.toArray(new WorkCalendar[0]),
                ints(minutes),
                ints(notBefore),
                demands.stream().map(List::copyOf).toList(),
                Arrays.copyOf(arcs, arcCount));
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
