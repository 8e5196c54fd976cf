package dev.groundplan.planner.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * When each activity begins and ends, what holds up the finish, and how much each resource does.
 */
public final class Schedule {
    private final Network network;
    private final int[] starts;
    private final int[] ends;
    private final int[] latestStarts;
    private final int[] freeStarts;
    private final int[] freeLatestStarts;
    private final int finish;
    private final int bound;
    private final List<Link> chain;

    Schedule(Network network, int[] starts, int bound, FreeDates free) {
        this.network = network;
        this.starts = starts;
        this.bound = bound;
        int n = network.size();
        ends = new int[n];
        int last = 0;
        for (int a = 0; a < n; a++) {
            ends[a] = network.calendars[a].end(starts[a], network.minutes[a]);
            last = Math.max(last, ends[a]);
        }
        finish = last;
        latestStarts = new int[n];
        int[] order = new int[n];
        new Orders(network).byEndFromTheLast(ends, order);
        new Leveller(network).backward(order, network.minutes, finish, latestStarts, new int[n]);
        freeStarts = free.starts;
        freeLatestStarts = free.latestStarts;
        chain = chain(network, starts, ends);
    }

    private static List<Link> chain(Network network, int[] starts, int[] ends) {
        CriticalChain chain = new CriticalChain(network);
        chain.trace(network.minutes, starts, ends, -1);
        List<Link> links = new ArrayList<>();
        for (int i = chain.length() - 1; i >= 0; i--) {
            int resource = chain.resource(i);
            links.add(
                    new Link(
                            chain.member(i),
                            resource < 0 ? OptionalInt.empty() : OptionalInt.of(resource)));
        }
        return List.copyOf(links);
    }

    /** What was scheduled. */
    public Network network() {
        return network;
    }

    /** When an activity begins, in minutes. */
    public int start(int activity) {
        return starts[activity];
    }

    /** When an activity ends, in minutes. */
    public int end(int activity) {
        return ends[activity];
    }

    /** All activities by start, each behind what it waits for. */
    public int[] order() {
        int[] order = new int[network.size()];
        new Orders(network).byStart(starts, order);
        return order;
    }

    /** When the last activity ends, in minutes. */
    public int finish() {
        return finish;
    }

    /**
     * A finish that no schedule beats, in minutes; when it is reached, the schedule is the best.
     */
    public int bound() {
        return bound;
    }

    /**
     * How much later an activity may begin without anything ending later, in minutes of its
     * calendar, when those behind it on the same people and machines move with it.
     */
    public int slack(int activity) {
        return Math.max(
                0, network.calendars[activity].between(starts[activity], latestStarts[activity]));
    }

    /** The slack there would be with enough of every resource, in minutes of its calendar. */
    public int freeSlack(int activity) {
        return Math.max(
                0,
                network.calendars[activity].between(
                        freeStarts[activity], freeLatestStarts[activity]));
    }

    /** The last moment at which an activity may begin, as {@link #slack} has it, in minutes. */
    public int latestStart(int activity) {
        return Math.max(starts[activity], latestStarts[activity]);
    }

    /** Whether the finish moves when the activity takes longer. */
    public boolean isCritical(int activity) {
        return slack(activity) == 0;
    }

    /**
     * Why it ends no earlier: from the first activity to the last, each held up by the one before.
     */
    public List<Link> criticalChain() {
        return chain;
    }

    /** How much of a resource is held when; nothing where it is idle. */
    public List<LoadStep> load(int resource) {
        Profile profile = new Profile();
        for (int a = 0; a < network.size(); a++) {
            for (Demand demand : network.demands(a)) {
                if (demand.resource() == resource && starts[a] < ends[a]) {
                    profile.take(starts[a], ends[a], demand.units());
                }
            }
        }
        List<LoadStep> steps = new ArrayList<>();
        for (int i = 0; i + 1 < profile.steps(); i++) {
            if (profile.taken(i) > 0) {
                steps.add(new LoadStep(profile.time(i), profile.time(i + 1), profile.taken(i)));
            }
        }
        return steps;
    }
}
