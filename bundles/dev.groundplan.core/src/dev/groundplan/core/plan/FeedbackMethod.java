package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import java.util.Optional;

/** How preferences or rewards change the weights. */
public sealed interface FeedbackMethod {
    /** What the field calls it. */
    String title();

    /**
     * Proximal policy optimisation.
     *
     * @param rewardModel scores the answers; left out, one has to be trained
     */
    record Ppo(Optional<Servable> rewardModel) implements FeedbackMethod {
        @Override
        public String title() {
            return "PPO";
        }
    }

    /**
     * Direct preference optimisation.
     *
     * @param reference whether a reference model is kept in memory, where the file says so
     */
    record Dpo(Optional<Boolean> reference) implements FeedbackMethod {
        @Override
        public String title() {
            return "DPO";
        }
    }

    /**
     * Group relative policy optimisation.
     *
     * @param group answers sampled for each prompt
     * @param reference whether a reference model is kept in memory, where the file says so
     */
    record Grpo(Optional<Stated<Count>> group, Optional<Boolean> reference)
            implements FeedbackMethod {
        @Override
        public String title() {
            return "GRPO";
        }
    }
}
