package dev.groundplan.estimators;

import dev.groundplan.core.plan.Retrieval;

/** Bytes that a vector index holds. */
final class IndexBytes {
    private static final double FLOAT = 4;

    /** Of an id beside a compressed vector. */
    private static final double ID = 8;

    private IndexBytes() {}

    static String formula(Retrieval.Index kind) {
        return switch (kind) {
            case FLAT -> "B = 4·d";
            case HNSW -> "B = 4·d + 8·M";
            case IVF_PQ -> "B = m + 8, and 4·d for each of 4·√n centroids";
            case SQ8 -> "B = d";
            case BINARY -> "B = d/8";
        };
    }

    /**
     * @param parameter links of a node of a graph, or codes of a compressed vector
     */
    static double of(Retrieval.Index kind, double vectors, double dimensions, double parameter) {
        return switch (kind) {
            case FLAT -> vectors * FLOAT * dimensions;
            case HNSW -> vectors * (FLOAT * dimensions + 8 * parameter);
            case IVF_PQ ->
                    vectors * (parameter + ID)
                            + FLOAT * dimensions * 4 * Math.sqrt(Math.max(0, vectors));
            case SQ8 -> vectors * dimensions;
            case BINARY -> vectors * dimensions / 8;
        };
    }
}
