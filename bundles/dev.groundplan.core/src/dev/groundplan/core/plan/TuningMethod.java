package dev.groundplan.core.plan;

import java.util.List;

/** Which weights a tuning stage changes. */
public sealed interface TuningMethod {
    /** The word of the language. */
    String word();

    /** All weights. */
    record Full() implements TuningMethod {
        @Override
        public String word() {
            return "full";
        }
    }

    /**
     * Low-rank adapters beside frozen 16-bit weights.
     *
     * @param targets projections that get an adapter: all-linear, attention, or their names
     */
    record Lora(int rank, List<String> targets) implements TuningMethod {
        @Override
        public String word() {
            return "lora";
        }
    }

    /** Low-rank adapters beside frozen quantised weights. */
    record Qlora(int rank, List<String> targets, int bits) implements TuningMethod {
        @Override
        public String word() {
            return "qlora";
        }
    }

    /** Learned vectors in front of the prompt. */
    record PromptTuning(int virtualTokens) implements TuningMethod {
        @Override
        public String word() {
            return "prompt-tuning";
        }
    }
}
