package dev.groundplan.estimators;

import dev.groundplan.core.plan.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Work in an order in which what comes before comes first. Found once, for a range asks for the
 * longest chain twice for each piece of work; iterative, for chains may be long. Names that no work
 * has, and the step that closes a circle, are passed over.
 */
final class WorkOrder {
    private final List<Work> ordered = new ArrayList<>();
    private final List<int[]> earlier = new ArrayList<>();

    WorkOrder(List<Work> work) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < work.size(); i++) {
            byName.put(work.get(i).name(), i);
        }
        int[][] before = new int[work.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] =
                    work.get(i).after().stream()
                            .map(byName::get)
                            .filter(found -> found != null)
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
        int[] places = new int[before.length];
        Arrays.fill(places, -1);
        int[] next = new int[before.length];
        boolean[] open = new boolean[before.length];
        for (int i = 0; i < before.length; i++) {
            visit(work, before, places, next, open, i);
        }
    }

    /** Depth first, the stack being a list. */
    private void visit(
            List<Work> work, int[][] before, int[] places, int[] next, boolean[] open, int first) {
        List<Integer> stack = new ArrayList<>(List.of(first));
        while (!stack.isEmpty()) {
            int at = stack.getLast();
            open[at] = true;
            if (places[at] >= 0) {
                stack.removeLast();
            } else if (next[at] < before[at].length) {
                int earlierOne = before[at][next[at]++];
                if (!open[earlierOne]) {
                    stack.add(earlierOne);
                }
            } else {
                places[at] = ordered.size();
                ordered.add(work.get(at));
                earlier.add(
                        Arrays.stream(before[at])
                                .filter(b -> places[b] >= 0 && places[b] < places[at])
                                .map(b -> places[b])
                                .toArray());
                stack.removeLast();
            }
        }
    }

    int size() {
        return ordered.size();
    }

    Work work(int place) {
        return ordered.get(place);
    }

    /** Places of the work that it waits for. */
    int[] earlier(int place) {
        return earlier.get(place);
    }
}
