package dev.groundplan.engine.facts;

import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.JobMemory;
import dev.groundplan.estimators.PriorSource;
import dev.groundplan.estimators.TrainingCase;
import dev.groundplan.estimators.TrainingSpeed;
import dev.groundplan.estimators.TuningSpeed;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Speed, hours and memory of pre-training, by the formulas that plan it. */
final class TrainedJobs implements TrainedEstimator {
    private static final String FLOP = "train_flops";

    private static final String PHASE = "phase_accelerator_hours";

    /** Phases that come after pre-training. */
    private static final Pattern TUNING =
            Pattern.compile("\\b(sft|rlhf|dpo|ppo|grpo|tuning|fine-tuning|alignment)\\b");

    /** Families whose models are an encoder and a decoder of like size. */
    private static final Pattern ENCODER_AND_DECODER =
            Pattern.compile("(?<![a-z])(m?t5|u-?l2|m?bart|encoder-decoder|seq2seq)(?![a-z])");

    /** What is assumed of data that nobody counts, as for a plan. */
    private static final String DATA = "training.tokens-per-parameter";

    private static final double PERCENT = 100;
    private static final double TERA = 1e12;
    private static final double GB = 1e9;
    private static final double GIB = 1 << 30;

    /** A forward and a backward pass multiply and add each parameter three times. */
    private static final double FLOP_A_PARAMETER = 6;

    private final TrainingSpeed speed = new TrainingSpeed();
    private final JobMemory memory = new JobMemory();

    @Override
    public Set<String> quantities() {
        return Set.of(
                FLOP,
                "train_mfu",
                "train_tokens_per_s_per_gpu",
                "train_model_tflops_per_gpu",
                "train_hardware_tflops_per_gpu",
                "train_iteration_seconds",
                "train_accelerator_hours",
                PHASE,
                "hours_per_1T_tokens",
                "train_mem_peak_GB_per_gpu",
                "train_mem_peak_GiB_per_gpu");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseModel model = subjects.models().of(published);
        TrainingCase job = TrainedCase.of(published, model, subjects);
        PriorSource priors = subjects.priors();
        if (published.quantity().equals(FLOP)) {
            double each = FLOP_A_PARAMETER * model.active().value();
            return tokens(speed, job, published)
                    .map(tokens -> Uncertain.exactly(new Count(each * tokens.value())))
                    .orElseGet(
                            () ->
                                    CaseEstimator.times(
                                            priors.prior(DATA).value(),
                                            each * model.total().value()));
        }
        return switch (published.quantity()) {
            case "train_mfu" -> CaseEstimator.times(speed.utilisation(job, priors), PERCENT);
            // what a system makes, over its accelerators
            case "train_tokens_per_s_per_gpu" ->
                    CaseEstimator.times(speed.tokensPerSecond(job, priors), 1);
            case "train_model_tflops_per_gpu" ->
                    CaseEstimator.times(speed.modelRate(job, priors), 1 / TERA);
            case "train_hardware_tflops_per_gpu" ->
                    CaseEstimator.times(speed.hardwareRate(job, priors), 1 / TERA);
            case "train_iteration_seconds" -> CaseEstimator.times(speed.iteration(job, priors), 1);
            case "train_mem_peak_GB_per_gpu" ->
                    CaseEstimator.times(
                            memory.seen(memory.training(job, priors), job.accelerator()), 1 / GB);
            case "train_mem_peak_GiB_per_gpu" ->
                    CaseEstimator.times(
                            memory.seen(memory.training(job, priors), job.accelerator()), 1 / GIB);
            case PHASE -> phase(published, job, subjects);
            default -> CaseEstimator.times(hours(speed, job, published, priors), 1);
        };
    }

    /** A phase that its words call tuning is one; any other trains on. */
    private Uncertain<Count> phase(PublishedCase published, TrainingCase job, CaseSubjects subjects)
            throws NotEstimated {
        String words = published.inputs().words("phase") + " " + published.name();
        if (!TUNING.matcher(words.toLowerCase(Locale.ROOT)).find()) {
            return CaseEstimator.times(hours(speed, job, published, subjects.priors()), 1);
        }
        TunedCase tuned = new TunedCase(published, subjects);
        return CaseEstimator.times(
                new TuningSpeed().hours(tuned.run(), tuned.sequences(), subjects.priors()), 1);
    }

    /** Accelerator-hours of the whole run; wider where its data are guessed. */
    static Uncertain<AcceleratorHours> hours(
            TrainingSpeed speed, TrainingCase job, PublishedCase published, PriorSource priors) {
        Optional<Tokens> known = tokens(speed, job, published);
        if (known.isPresent()) {
            return speed.hours(job, known.get(), priors);
        }
        Uncertain<?> each = priors.prior(DATA).value();
        double size = job.model().total().value();
        return Uncertain.of(
                speed.hours(job, new Tokens(each.low().value() * size), priors).low(),
                speed.hours(job, new Tokens(each.likely().value() * size), priors).likely(),
                speed.hours(job, new Tokens(each.high().value() * size), priors).high());
    }

    /** Tokens that pass the whole model; of an encoder and a decoder each token passes one. */
    private static Optional<Tokens> tokens(
            TrainingSpeed speed, TrainingCase job, PublishedCase published) {
        CaseInputs inputs = published.inputs();
        String words = (inputs.words("model") + " " + published.name()).toLowerCase(Locale.ROOT);
        double passed = ENCODER_AND_DECODER.matcher(words).find() ? 0.5 : 1;
        OptionalDouble tokens = inputs.number("tokens");
        if (tokens.isPresent() && tokens.getAsDouble() > 0) {
            return Optional.of(new Tokens(tokens.getAsDouble() * passed));
        }
        OptionalDouble steps = inputs.number("steps");
        return steps.isPresent() && steps.getAsDouble() > 0
                ? Optional.of(speed.tokens(job, new Count(steps.getAsDouble() * passed)))
                : Optional.empty();
    }
}
