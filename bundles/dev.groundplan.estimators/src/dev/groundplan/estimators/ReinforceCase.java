package dev.groundplan.estimators;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import java.util.Locale;
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
 * @param hybridEngine training and generation share one engine
 * @param separate the policy, its critic and the generating engine stand on accelerators of their
 *     own and wait for each other
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
        boolean separate,
        boolean overlapped) {
    /** How the policy learns from its answers. */
    public enum Algorithm {
        /** With a critic that learns beside the policy. */
        PPO,
        /** Without a critic: answers to one prompt are compared with each other. */
        GRPO
    }

    /** Whether a framework, in anybody's words, trains and generates in one engine of its own. */
    public static boolean hybrid(String framework) {
        String words = framework.toLowerCase(Locale.ROOT);
        return words.contains("deepspeed");
    }

    /** Whether a framework gives each model accelerators of its own. */
    public static boolean separate(String framework) {
        return framework.toLowerCase(Locale.ROOT).contains("openrlhf");
    }
}
