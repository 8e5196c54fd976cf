package dev.groundplan.estimators;

import java.util.Arrays;

/** Numbers of which the least is asked for and taken away: a binary heap. */
final class Ends {
    private double[] heap = new double[64];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Of those that are there. */
    double least() {
        return heap[0];
    }

    void add(double end) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > end) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = end;
    }

    void removeLeast() {
        double moved = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int below = 2 * at + 1;
            if (below + 1 < size && heap[below + 1] < heap[below]) {
                below++;
            }
            if (heap[below] >= moved) {
                break;
            }
            heap[at] = heap[below];
            at = below;
        }
        heap[at] = moved;
    }
}
