package dev.groundplan.estimators;

import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.TokensPerSecond;
import dev.groundplan.core.units.Uncertain;

/**
 * How fast a training job runs while nothing interrupts it, and how many accelerator-hours it takes
 * with interruptions. Ranges come from the residuals on published runs of other sources than those
 * fitted.
 */
public final class TrainingSpeed {
    private static final double SECONDS_AN_HOUR = Time.hours(1).value();

    /** Tokens that one accelerator trains a second. */
    public Uncertain<TokensPerSecond> tokensPerSecond(TrainingCase job, PriorSource priors) {
        double seconds = seconds(job, priors);
        return Residual.times(new TokensPerSecond(1 / seconds), "training.speed.residual", priors);
    }

    /**
     * Model FLOPs utilisation by PaLM's definition: attention counted in full, of the peak of the
     * format used.
     */
    public Uncertain<Ratio> utilisation(TrainingCase job, PriorSource priors) {
        TrainingConditions c = new TrainingConditions(job);
        double share = modelFlop(c) / (seconds(job, priors) * c.peak);
        return Residual.times(new Ratio(share), "training.speed.residual-utilisation", priors);
    }

    /** Model FLOP a second of one accelerator, attention counted as causal. */
    public Uncertain<FlopPerSecond> modelRate(TrainingCase job, PriorSource priors) {
        TrainingConditions c = new TrainingConditions(job);
        double flop = 6 * c.shape.multiplied().value() + 1.5 * c.shape.attentionFlop() * c.sequence;
        return Residual.times(
                new FlopPerSecond(flop / seconds(job, priors)),
                "training.speed.residual-rate",
                priors);
    }

    /** FLOP a second of one accelerator by Megatron's formula, recomputation counted. */
    public Uncertain<FlopPerSecond> hardwareRate(TrainingCase job, PriorSource priors) {
        TrainingConditions c = new TrainingConditions(job);
        boolean full = c.recompute.filter(Recompute.FULL::equals).isPresent();
        double h = c.shape.hidden().value();
        double layers = c.shape.layers().value();
        double flop =
                (full ? 96 : 72)
                        * layers
                        * h
                        * h
                        * (1
                                + c.sequence / (6 * h)
                                + c.shape.vocabulary().value() / ((full ? 16 : 12) * layers * h));
        return Residual.times(
                new FlopPerSecond(flop / seconds(job, priors)),
                "training.speed.residual-utilisation",
                priors);
    }

    /** Time of one optimizer step over the global batch. */
    public Uncertain<Time> iteration(TrainingCase job, PriorSource priors) {
        TrainingConditions c = new TrainingConditions(job);
        double seconds = seconds(job, priors) * c.globalBatch * c.sequence / c.accelerators;
        return Residual.times(new Time(seconds), "training.speed.residual-iteration", priors);
    }

    /**
     * Accelerator-hours of a whole run over so many tokens, interruptions and evaluations included.
     */
    public Uncertain<AcceleratorHours> hours(TrainingCase job, Tokens tokens, PriorSource priors) {
        double productive = Likely.of(priors, "training.goodput");
        double hours = seconds(job, priors) * tokens.value() / (SECONDS_AN_HOUR * productive);
        return Residual.times(new AcceleratorHours(hours), "training.hours.residual", priors);
    }

    /** Tokens of so many optimizer steps. */
    public Tokens tokens(TrainingCase job, dev.groundplan.core.units.Count steps) {
        TrainingConditions c = new TrainingConditions(job);
        return new Tokens(steps.value() * c.globalBatch * c.sequence);
    }

    static double seconds(TrainingCase job, PriorSource priors) {
        return new TrainingSpeedFormula(new TrainingConditions(job), SpeedConstants.of(priors))
                .secondsPerToken();
    }

    private static double modelFlop(TrainingConditions c) {
        double weights = c.shape.mixture() ? c.shape.active().value() : c.shape.total().value();
        return 6 * weights + 3 * c.shape.attentionFlop() * c.sequence;
    }
}
