package dev.groundplan.estimators;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.BytesPerToken;
import dev.groundplan.core.units.Tokens;

/**
 * The key-value cache of a decoder; keys and values of the heads as the configuration gives them.
 */
public final class KvCacheFormula {
    private KvCacheFormula() {}

    /**
     * 2·L·k·d values a token, or L·(r_kv + d_rope) with latent attention, before any window is
     * full.
     *
     * @param each bytes a value: 2 in 16 bits
     */
    public static BytesPerToken perToken(Architecture architecture, Bytes each) {
        return new BytesPerToken(values(architecture) * architecture.layers() * each.value());
    }

    /** Of one sequence; windowed layers keep no more than their window. */
    public static Bytes of(Architecture architecture, Bytes each, Tokens sequence) {
        int windowed =
                architecture.window() > 0
                        ? Math.min(architecture.windowLayers(), architecture.layers())
                        : 0;
        double kept =
                (architecture.layers() - windowed) * sequence.value()
                        + windowed * Math.min(sequence.value(), architecture.window());
        return new Bytes(values(architecture) * kept * each.value());
    }

    /** Values a token and layer. */
    private static double values(Architecture architecture) {
        return architecture
                .latent()
                .map(latent -> (double) latent.kv() + latent.ropeHead())
                .orElse(2.0 * architecture.kvHeads() * architecture.headDim());
    }
}
