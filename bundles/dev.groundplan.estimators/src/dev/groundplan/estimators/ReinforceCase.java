package dev.groundplan.estimators;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import java.util.Optional;

/**
 * One step of reinforcement learning from generated answers, as far as it is known.
 *
 * @param job of the trained policy: its parallel split is that of training
 * @param rollouts answers generated and trained on in a step
 * @param prompt tokens of a prompt
 * @param answer usual tokens of an answer
 * @param longest tokens of the longest answer, which the others wait for
 * @param critic parameters of the critic and reward models together over two; empty without a
 *     critic
 * @param generationWays accelerators of one generating replica
 * @param overlapped generation of the next step runs while this one trains
 */
public record ReinforceCase(
        TrainingCase job,
        Algorithm algorithm,
        Count rollouts,
        Tokens prompt,
        Tokens answer,
        Tokens longest,
        Optional<Parameters> critic,
        Optional<Count> generationWays,
        boolean hybridEngine,
        boolean overlapped) {
    /** How the policy learns from its answers. */
    public enum Algorithm {
        /** With a critic that learns beside the policy. */
        PPO,
        /** Without a critic: answers to one prompt are compared with each other. */
        GRPO
    }
}
