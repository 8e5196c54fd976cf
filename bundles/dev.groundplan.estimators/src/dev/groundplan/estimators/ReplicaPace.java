package dev.groundplan.estimators;

/** How fast a replica works on what is under way, in seconds. */
interface ReplicaPace {
    /** From one token of a sequence to its next, while so many are under way. */
    double step(double sequences);

    /** Of computing prompts of so many tokens in one pass. */
    double prompt(double tokens);

    /** Of a pass whatever it carries. */
    default double empty() {
        return prompt(1);
    }

    /** What so many tokens of prompts add to a pass that is made anyway. */
    default double added(double tokens) {
        return Math.max(0, prompt(tokens) - empty());
    }
}
