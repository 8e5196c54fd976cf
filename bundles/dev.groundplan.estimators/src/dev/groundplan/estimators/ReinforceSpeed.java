package dev.groundplan.estimators;

import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * Time of a step of reinforcement learning: generating is decoding, bound by memory and by the
 * longest answer; scoring by the old and the reference policy and training compute as other
 * training does; then the new weights move to the generating engine.
 */
public final class ReinforceSpeed {
    /**
     * Forward passes for log-probabilities, of the policy and of its reference, over the six parts
     * of training.
     */
    private static final double SCORING = 4.0 / 6;

    private static final double SPLIT_FROM = 2.5e10;
    private static final double LATENT_CACHE = 1150;

    /** Time of one step. */
    public Uncertain<Time> step(ReinforceCase reinforce, PriorSource priors) {
        return range(seconds(reinforce, priors), priors);
    }

    /** Time of a run of so many answers. */
    public Uncertain<Time> run(ReinforceCase reinforce, Count answers, PriorSource priors) {
        double steps = answers.value() / reinforce.rollouts().value();
        return range(steps * seconds(reinforce, priors), priors);
    }

    static double seconds(ReinforceCase reinforce, PriorSource priors) {
        double training = training(reinforce, priors);
        double generating = generating(reinforce, priors);
        double moving =
                read(priors, "step") + weights(reinforce) / 1e10 * read(priors, "weights-moved");
        if (reinforce.overlapped()) {
            // each side has about half of the accelerators, and waits less than half of its time
            return 1.5 * Math.max(training, generating) + 0.3 * moving;
        }
        double busy = generating + training;
        return (reinforce.separate() ? busy / read(priors, "separate") : busy) + moving;
    }

    private static double training(ReinforceCase reinforce, PriorSource priors) {
        TrainingCase job = reinforce.job();
        ModelShape shape = job.model();
        double length = reinforce.prompt().value() + reinforce.answer().value();
        double n = accelerators(job);
        Parallel split = job.parallel();
        int ways =
                split.tensor()
                        .orElse(
                                // a mixture is spread by its experts instead
                                shape.active().value() > SPLIT_FROM && job.accelerator().node() >= 8
                                        ? (int) Math.min(8, n)
                                        : 1);
        Parallel layout =
                new Parallel(
                        Optional.of(ways),
                        Optional.of(split.pipeline().orElse(1)),
                        Optional.empty(),
                        Optional.of(split.context().orElse(1)),
                        split.expert(),
                        Optional.of(1),
                        Optional.of((int) Math.max(1, Math.rint(2048 / length))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Stated.written(Recompute.FULL, SourceRange.NOWHERE)),
                        SourceRange.NOWHERE);
        TrainingCase step =
                new TrainingCase(
                        shape,
                        job.accelerator(),
                        job.powerLimit(),
                        Optional.of(new Count(n)),
                        job.precision(),
                        job.stack() == TrainingStack.UNSTATED ? TrainingStack.EAGER : job.stack(),
                        Optional.of(new dev.groundplan.core.units.Tokens(length)),
                        Optional.of(reinforce.rollouts()),
                        Optional.empty(),
                        layout,
                        false,
                        Optional.of(true),
                        Optional.empty());
        double token = TrainingSpeed.seconds(step, priors) * (1 + SCORING);
        double seconds =
                reinforce.rollouts().value() * length / n * token / read(priors, "training");
        if (reinforce.algorithm() == ReinforceCase.Algorithm.PPO) {
            double critic = reinforce.critic().map(Parameters::value).orElse(shape.total().value());
            seconds *= 1 + critic / shape.total().value();
        }
        return reinforce.hybridEngine() ? seconds / read(priors, "hybrid-training") : seconds;
    }

    private static double generating(ReinforceCase reinforce, PriorSource priors) {
        TrainingCase job = reinforce.job();
        ModelShape shape = job.model();
        double n = accelerators(job);
        double memory = job.accelerator().memory().value();
        double least = Math.max(1, shape.total().value() * 2 / (0.6 * memory));
        double ways =
                reinforce
                        .generationWays()
                        .map(Count::value)
                        .orElse(
                                StrictMath.pow(
                                        2, Math.ceil(StrictMath.log(least) / StrictMath.log(2))));
        double requests = reinforce.rollouts().value() / Math.max(1, n / ways);
        double length = reinforce.prompt().value() + reinforce.answer().value();
        double cache =
                shape.latent()
                        ? LATENT_CACHE * shape.layers().value()
                        : 4
                                * shape.layers().value()
                                * shape.kvHeads().value()
                                * shape.headDim().value();
        double read = weights(reinforce, requests) + requests * cache * length * 0.6;
        double bandwidth = job.accelerator().bandwidth().value() * ways * read(priors, "bandwidth");
        double peak = new TrainingConditions(job).peak16 * ways * 0.4;
        double token =
                read / bandwidth
                        + shape.layers().value() * read(priors, "decode-layer")
                        + requests * 2 * shape.active().value() / peak;
        double seconds = reinforce.longest().value() * token;
        return reinforce.hybridEngine()
                ? seconds * read(priors, "hybrid-decoding") + gathering(reinforce, priors)
                : seconds;
    }

    /**
     * A hybrid engine has kernels of its own for decoders without gates; the weights of others it
     * gathers from all devices for each token.
     */
    private static double gathering(ReinforceCase reinforce, PriorSource priors) {
        TrainingCase job = reinforce.job();
        if (!job.model().gated() || accelerators(job) <= 1) {
            return 0;
        }
        double link = new TrainingConditions(job.on(new Count(accelerators(job)))).outside();
        return reinforce.longest().value()
                * 2
                * job.model().total().value()
                / (link * read(priors, "gathering"));
    }

    private static double weights(ReinforceCase reinforce) {
        TrainingCase job = reinforce.job();
        double ways = reinforce.generationWays().map(Count::value).orElse(1.0);
        double requests = reinforce.rollouts().value() / Math.max(1, accelerators(job) / ways);
        return weights(reinforce, requests);
    }

    /**
     * Bytes of weights that a decoding step reads: of a mixture, the experts that some request
     * needs.
     */
    private static double weights(ReinforceCase reinforce, double requests) {
        ModelShape shape = reinforce.job().model();
        double all = shape.total().value();
        if (!shape.mixture() || shape.experts().isEmpty()) {
            return 2 * all;
        }
        ModelShape.Experts experts = shape.experts().get();
        double share = Math.min(1, experts.active().value() / experts.count().value());
        double touched = 1 - StrictMath.pow(1 - share, Math.max(1, requests));
        double active = shape.active().value();
        return 2 * (all - active) * touched + 2 * active;
    }

    private static double accelerators(TrainingCase job) {
        return job.accelerators().map(n -> Math.max(1, n.value())).orElse(8.0);
    }

    private static Uncertain<Time> range(double seconds, PriorSource priors) {
        return Residual.times(new Time(seconds), "reinforce.speed.residual", priors);
    }

    private static double read(PriorSource priors, String name) {
        return Likely.of(priors, "reinforce.speed." + name);
    }
}
