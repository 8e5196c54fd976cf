package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Power;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.JobMemory;
import dev.groundplan.estimators.ModelShape;
import dev.groundplan.estimators.ParameterFormula;
import dev.groundplan.estimators.PriorSource;
import dev.groundplan.estimators.TrainingCase;
import dev.groundplan.estimators.TrainingSpeed;
import dev.groundplan.estimators.TrainingStack;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speed, hours and memory of pre-training, by the formulas that plan it. */
final class TrainedJobs implements CaseEstimator {
    private static final String FLOP = "train_flops";
    private static final double PERCENT = 100;
    private static final double TERA = 1e12;
    private static final double GB = 1e9;
    private static final double GIB = 1 << 30;

    /** A forward and a backward pass multiply and add each parameter three times. */
    private static final double FLOP_A_PARAMETER = 6;

    /** Watts in brackets behind an accelerator that is run below its rated power. */
    private static final Pattern WATTS = Pattern.compile(".*\\(([0-9]{2,4}) W\\).*");

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
                "phase_accelerator_hours",
                "hours_per_1T_tokens",
                "train_mem_peak_GB_per_gpu",
                "train_mem_peak_GiB_per_gpu");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseInputs inputs = published.inputs();
        CaseModel model = subjects.models().of(published);
        if (published.quantity().equals(FLOP)) {
            double tokens = tokens(inputs, 1).value();
            return Uncertain.exactly(new Count(FLOP_A_PARAMETER * model.active().value() * tokens));
        }
        TrainingCase job = job(published, model, subjects);
        PriorSource priors = subjects.priors();
        double devices = job.accelerators().map(Count::value).orElse(1.0);
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
            default -> CaseEstimator.times(speed.hours(job, tokens(inputs, devices), priors), 1);
        };
    }

    private static Tokens tokens(CaseInputs inputs, double devices) throws NotEstimated {
        OptionalDouble tokens = inputs.number("tokens");
        if (tokens.isPresent()) {
            return new Tokens(tokens.getAsDouble());
        }
        OptionalDouble steps = inputs.number("steps");
        OptionalDouble batch = inputs.first("global_batch", "microbatch");
        OptionalDouble sequence = inputs.number("seq_len");
        if (steps.isPresent() && batch.isPresent() && sequence.isPresent()) {
            double sequences = batch.getAsDouble() * (inputs.has("global_batch") ? 1 : devices);
            return new Tokens(steps.getAsDouble() * sequences * sequence.getAsDouble());
        }
        throw new NotEstimated("neither tokens nor steps of the run are published");
    }

    static TrainingCase job(PublishedCase published, CaseModel model, CaseSubjects subjects)
            throws NotEstimated {
        CaseInputs inputs = published.inputs();
        CaseMachine machine = subjects.machines().of(inputs);
        Optional<Tokens> sequence = tokens(inputs.number("seq_len"));
        if (sequence.isEmpty()) {
            sequence =
                    model.known()
                            .flatMap(ModelSpec::architecture)
                            .map(a -> Math.min(8192, a.value().context()))
                            .filter(length -> length > 0)
                            .map(Tokens::new);
        }
        String sharding = inputs.words("sharding") + " " + inputs.words("framework");
        return new TrainingCase(
                shape(model, inputs),
                machine.accelerator(),
                limit(inputs.words("accelerator") + inputs.words("system"), machine.accelerator()),
                inputs.has("accelerators")
                        ? Optional.of(Count.of(machine.count()))
                        : Optional.empty(),
                Optional.of(precision(inputs.words("precision"))),
                TrainingStack.of(
                        inputs.words("framework")
                                + (inputs.flag("compile").orElse(false) ? " compile" : "")),
                sequence,
                batch(inputs, sequence),
                count(inputs, "grad_accum"),
                parallel(inputs, sharding),
                sharding.contains("hsdp"),
                inputs.flag("flash_attention"),
                // the catalogue does not say when a model came out: the software is today's
                Optional.empty());
    }

    static ModelShape shape(CaseModel model, CaseInputs inputs) {
        Architecture a = model.architecture();
        if (!model.shaped()) {
            return ModelShape.ofSize(
                    model.total(),
                    inputs.has("active_params") ? Optional.of(model.active()) : Optional.empty());
        }
        double lookup = a.tied() ? 0 : (double) a.vocabulary() * a.hidden();
        double active = model.active().value();
        double multiplied =
                model.known().isPresent()
                        ? ParameterFormula.of(a).computing().value()
                        : Math.max(active / 2, active - lookup);
        return ModelShape.of(a, model.total(), model.active(), model.total().of(multiplied));
    }

    private static Optional<Power> limit(String words, AcceleratorSpec accelerator) {
        Matcher watts = WATTS.matcher(words.replace(" w)", " W)"));
        if (watts.matches()) {
            return Optional.of(new Power(Double.parseDouble(watts.group(1))));
        }
        return Optional.empty();
    }

    private static Precision precision(String words) {
        if (words.contains("fp8")) {
            return Precision.FP8;
        }
        return words.contains("fp4") ? Precision.FP4 : Precision.BF16;
    }

    private static Optional<Count> batch(CaseInputs inputs, Optional<Tokens> sequence) {
        OptionalDouble sequences = inputs.number("global_batch");
        if (sequences.isPresent()) {
            return count(sequences);
        }
        OptionalDouble tokens = inputs.first("global_batch_tokens", "tokens_per_step");
        return tokens.isPresent() && sequence.isPresent()
                ? count(OptionalDouble.of(tokens.getAsDouble() / sequence.get().value()))
                : Optional.empty();
    }

    private static Parallel parallel(CaseInputs inputs, String sharding) {
        Optional<Integer> zero = whole(inputs, "zero_stage");
        if (zero.isEmpty()) {
            if (sharding.contains("grad_op")) {
                zero = Optional.of(2);
            } else if (sharding.contains("fsdp")
                    || sharding.contains("full_shard")
                    || sharding.contains("hsdp")
                    || inputs.has("fsdp")) {
                zero = Optional.of(3);
            }
        }
        Optional<Integer> interleave = whole(inputs, "interleave");
        if (interleave.isEmpty() && inputs.flag("interleaved").orElse(false)) {
            interleave = Optional.of(2);
        }
        return new Parallel(
                whole(inputs, "tp"),
                whole(inputs, "pp"),
                whole(inputs, "dp"),
                whole(inputs, "cp"),
                whole(inputs, "ep"),
                zero,
                whole(inputs, "microbatch"),
                interleave,
                inputs.flag("sequence_parallel"),
                Recompute.of(inputs.words("recompute"))
                        .map(r -> Stated.written(r, SourceRange.NOWHERE)),
                SourceRange.NOWHERE);
    }

    private static Optional<Integer> whole(CaseInputs inputs, String name) {
        OptionalDouble found = inputs.number(name);
        return found.isPresent() && found.getAsDouble() >= 1
                ? Optional.of((int) Math.round(found.getAsDouble()))
                : Optional.empty();
    }

    private static Optional<Count> count(CaseInputs inputs, String name) {
        return count(inputs.number(name));
    }

    private static Optional<Count> count(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() >= 1
                ? Optional.of(new Count(number.getAsDouble()))
                : Optional.empty();
    }

    private static Optional<Tokens> tokens(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() >= 1
                ? Optional.of(new Tokens(number.getAsDouble()))
                : Optional.empty();
    }
}
