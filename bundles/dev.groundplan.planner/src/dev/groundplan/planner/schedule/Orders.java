package dev.groundplan.planner.schedule;

import java.util.Arrays;

/** Orders of all activities that respect who waits for whom. */
final class Orders {
    private final Network network;
    private final int n;

    /** The place of each activity in an order that respects everything. */
    private final int[] rank;

    private final long[] keys;
    private final int[] waiting;

    Orders(Network network) {
        this.network = network;
        n = network.size();
        rank = new int[n];
        for (int i = 0; i < n; i++) {
            rank[network.sorted[i]] = i;
        }
        keys = new long[n];
        waiting = new int[n];
    }

    /** By start; whoever takes no time stands behind what it waits for. */
    void byStart(int[] starts, int[] order) {
        for (int a = 0; a < n; a++) {
            keys[a] = ((long) starts[a] << 32) | rank[a];
        }
        Arrays.sort(keys, 0, n);
        for (int i = 0; i < n; i++) {
            order[i] = network.sorted[(int) keys[i]];
        }
    }

    /** By end, the last first; whoever takes no time stands behind what waits for it. */
    void byEndFromTheLast(int[] ends, int[] order) {
        for (int a = 0; a < n; a++) {
            keys[a] = ((long) -ends[a] << 32) | (n - 1 - rank[a]);
        }
        Arrays.sort(keys, 0, n);
        for (int i = 0; i < n; i++) {
            order[i] = network.sorted[n - 1 - (int) keys[i]];
        }
    }

    /** Lowest priority value first, among those that wait for nothing more. */
    void byPriority(int[] priority, int[] order) {
        int heap = 0;
        for (int a = 0; a < n; a++) {
            waiting[a] = network.firstBefore[a + 1] - network.firstBefore[a];
            if (waiting[a] == 0) {
                push(heap++, ((long) priority[a] << 32) | a);
            }
        }
        for (int placed = 0; heap > 0; placed++) {
            int a = (int) keys[0];
            pop(--heap);
            order[placed] = a;
            for (int i = network.firstAfter[a]; i < network.firstAfter[a + 1]; i++) {
                int next = network.after[i];
                if (--waiting[next] == 0) {
                    push(heap++, ((long) priority[next] << 32) | next);
                }
            }
        }
    }

    private void push(int at, long key) {
        int child = at;
        while (child > 0 && keys[(child - 1) / 2] > key) {
            keys[child] = keys[(child - 1) / 2];
            child = (child - 1) / 2;
        }
        keys[child] = key;
    }

    /** Takes the first away; the one behind the last takes its place and sinks. */
    private void pop(int size) {
        long key = keys[size];
        int parent = 0;
        for (int child = 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[parent] = keys[child];
            parent = child;
        }
        keys[parent] = key;
    }
}
