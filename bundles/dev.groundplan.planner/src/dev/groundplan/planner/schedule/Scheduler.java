package dev.groundplan.planner.schedule;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.planner.random.Mix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the schedule that ends first. A priority rule (latest finish) makes the first; then
 * orders of activities are crossed and varied (a genetic search), and every schedule is pushed to
 * the right and back to the left (double justification), which closes gaps. It ends early at a
 * finish that nothing can beat.
 *
 * <p>After Hartmann (1998) and Valls, Ballestín and Quintanilla (2005).
 */
public final class Scheduler {
    private static final int LARGEST_POPULATION = 60;
    private static final int GENERATIONS = 8;

    /**
     * An order of activities with the finish that it leads to, and a hash of its dates.
     *
     * @param finish in minutes
     */
    private record Candidate(int[] list, int finish, long print) {}

    private final Network network;
    private final Search search;
    private final Cancellation cancellation;
    private final int n;
    private final Leveller leveller;
    private final Orders orders;
    private final FreeDates free;
    private final int bound;
    private final int[] starts;
    private final int[] ends;
    private final int[] best;
    private int finish = Integer.MAX_VALUE;
    private int made;
    private long draws;

    private Scheduler(Network network, Search search, Cancellation cancellation) {
        this.network = network;
        this.search = search;
        this.cancellation = cancellation;
        n = network.size();
        leveller = new Leveller(network);
        orders = new Orders(network);
        free = new FreeDates(network);
        bound = free.bound(network);
        starts = new int[n];
        ends = new int[n];
        best = new int[n];
    }

    /**
     * The best schedule that a search finds.
     *
     * @param network without obstacles
     * @throws IllegalArgumentException when the network has obstacles
     */
    public static Schedule schedule(Network network, Search search, Cancellation cancellation) {
        if (!network.obstacles().isEmpty()) {
            throw new IllegalArgumentException("no schedule: " + network.obstacles());
        }
        Scheduler scheduler = new Scheduler(network, search, cancellation);
        scheduler.search();
        return new Schedule(network, scheduler.best, scheduler.bound, scheduler.free);
    }

    private void search() {
        int size = Math.clamp(search.schedules() / (3 * GENERATIONS), 4, LARGEST_POPULATION);
        List<Candidate> alive = new ArrayList<>();
        for (int i = 0; i < size && !isOver(); i++) {
            alive.add(candidate(first(i)));
        }
        while (!isOver()) {
            List<Candidate> all = new ArrayList<>(alive);
            for (int i = 0; i < size && !isOver(); i++) {
                int[] child = new int[n];
                cross(alive.get(below(alive.size())), alive.get(below(alive.size())), child);
                mutate(child);
                all.add(candidate(child));
            }
            alive = best(all, size);
        }
    }

    /** The best, each once: a population of twins finds nothing new. */
    private List<Candidate> best(List<Candidate> all, int size) {
        all.sort(Comparator.comparingInt(Candidate::finish));
        Set<Long> prints = new HashSet<>();
        List<Candidate> best = new ArrayList<>();
        for (Candidate candidate : all) {
            if (best.size() < size && prints.add(candidate.print())) {
                best.add(candidate);
            }
        }
        return best;
    }

    private Candidate candidate(int[] list) {
        int reached = evaluate(list);
        long print = 0;
        for (int start : starts) {
            print = Mix.of(print, start);
        }
        return new Candidate(list, reached, print);
    }

    private boolean isOver() {
        cancellation.check();
        return finish <= bound || made > 0 && made + 3 > search.schedules();
    }

    /** The priority rule as it is, by latest start, and then with more and more noise. */
    private int[] first(int index) {
        int[] priority = index == 1 ? free.latestStarts.clone() : free.latestEnds.clone();
        if (index > 1) {
            int noise = Math.max(1, free.finish);
            for (int a = 0; a < n; a++) {
                priority[a] += below(noise);
            }
        }
        int[] list = new int[n];
        orders.byPriority(priority, list);
        return list;
    }

    /**
     * The finish of a list; the list becomes that of its justified schedule, unless nothing can be
     * better.
     */
    private int evaluate(int[] list) {
        int reached = leveller.forward(list, network.minutes, starts, ends);
        keep(reached);
        if (reached <= bound) {
            made++;
            return reached;
        }
        orders.byEndFromTheLast(ends, list);
        leveller.backward(list, network.minutes, reached, starts, ends);
        orders.byStart(starts, list);
        int justified = leveller.forward(list, network.minutes, starts, ends);
        keep(justified);
        made += 3;
        return Math.min(reached, justified);
    }

    private void keep(int reached) {
        if (reached < finish) {
            finish = reached;
            System.arraycopy(starts, 0, best, 0, n);
        }
    }

    /** The father's order between two cuts, the mother's elsewhere. */
    private void cross(Candidate mother, Candidate father, int[] child) {
        boolean[] taken = new boolean[n];
        int one = below(n + 1);
        int other = below(n + 1);
        int from = Math.min(one, other);
        int until = Math.max(one, other);
        for (int i = 0; i < from; i++) {
            child[i] = mother.list()[i];
            taken[child[i]] = true;
        }
        int at = fill(father.list(), child, taken, from, until);
        fill(mother.list(), child, taken, at, n);
    }

    /** The first of the parent's that the child does not have, up to a place. */
    private static int fill(int[] parent, int[] child, boolean[] taken, int from, int until) {
        int at = from;
        for (int i = 0; at < until; i++) {
            if (!taken[parent[i]]) {
                taken[parent[i]] = true;
                child[at++] = parent[i];
            }
        }
        return at;
    }

    /** Neighbours change places now and then, where neither waits for the other. */
    private void mutate(int[] list) {
        for (int i = 0; i + 1 < n; i++) {
            if (below(20) == 0 && !waits(list[i + 1], list[i])) {
                int swapped = list[i];
                list[i] = list[i + 1];
                list[i + 1] = swapped;
            }
        }
    }

    private boolean waits(int later, int earlier) {
        for (int i = network.firstBefore[later]; i < network.firstBefore[later + 1]; i++) {
            if (network.before[i] == earlier) {
                return true;
            }
        }
        return false;
    }

    private int below(int limit) {
        return Mix.below(Mix.at(search.seed(), draws++), limit);
    }
}
