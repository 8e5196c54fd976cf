package dev.groundplan.rules;

import dev.groundplan.core.plan.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Circles in the order of work, one for each knot of steps that all wait for each other: a shortest
 * one through its first step. Iterative, for chains may be long.
 */
final class WorkCircles {
    private final int[][] before;
    private final int[] index;
    private final int[] low;
    private final boolean[] open;
    private final int[] next;
    private final Deque<Integer> stack = new ArrayDeque<>();
    private final List<List<Integer>> knots = new ArrayList<>();
    private int count;

    private WorkCircles(List<Work> work) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < work.size(); i++) {
            places.put(work.get(i).name(), i);
        }
        before = new int[work.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] =
                    work.get(i).after().stream()
                            .map(places::get)
                            .filter(place -> place != null)
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
        index = new int[work.size()];
        low = new int[work.size()];
        next = new int[work.size()];
        open = new boolean[work.size()];
        for (int i = 0; i < index.length; i++) {
            if (index[i] == 0) {
                visit(i);
            }
        }
    }

    /** Each follows the next, and the last the first; in the order of the file. */
    static List<List<Work>> of(List<Work> work) {
        WorkCircles circles = new WorkCircles(work);
        return circles.knots.stream()
                .map(circles::shortest)
                .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst()))
                .map(places -> places.stream().map(work::get).toList())
                .toList();
    }

    /** Tarjan's strongly connected components, the calls being a list. */
    private void visit(int first) {
        Deque<Integer> calls = new ArrayDeque<>();
        calls.push(first);
        while (!calls.isEmpty()) {
            int at = calls.peek();
            if (index[at] == 0) {
                index[at] = low[at] = ++count;
                stack.push(at);
                open[at] = true;
            }
            if (next[at] < before[at].length) {
                int to = before[at][next[at]++];
                if (index[to] == 0) {
                    calls.push(to);
                } else if (open[to]) {
                    low[at] = Math.min(low[at], index[to]);
                }
                continue;
            }
            calls.pop();
            if (!calls.isEmpty()) {
                low[calls.peek()] = Math.min(low[calls.peek()], low[at]);
            }
            if (low[at] == index[at]) {
                close(at);
            }
        }
    }

    private void close(int root) {
        List<Integer> knot = new ArrayList<>();
        int last;
        do {
            last = stack.pop();
            open[last] = false;
            knot.add(last);
        } while (last != root);
        boolean waitsForItself = Arrays.stream(before[root]).anyMatch(b -> b == root);
        if (knot.size() > 1 || waitsForItself) {
            knot.sort(null);
            knots.add(knot);
        }
    }

    /** Breadth first from the knot's first step back to itself. */
    private List<Integer> shortest(List<Integer> knot) {
        Set<Integer> inside = new HashSet<>(knot);
        int first = knot.getFirst();
        Map<Integer, Integer> from = new HashMap<>();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            for (int to : before[at]) {
                if (to == first) {
                    List<Integer> circle = new ArrayList<>();
                    for (Integer i = at; i != null && i != first; i = from.get(i)) {
                        circle.addFirst(i);
                    }
                    circle.addFirst(first);
                    return circle;
                }
                if (!from.containsKey(to) && inside.contains(to)) {
                    from.put(to, at);
                    waiting.add(to);
                }
            }
        }
        return knot;
    }
}
