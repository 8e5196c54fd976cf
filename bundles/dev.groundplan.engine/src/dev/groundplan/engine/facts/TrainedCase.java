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
import dev.groundplan.estimators.ModelShape;
import dev.groundplan.estimators.ParameterFormula;
import dev.groundplan.estimators.TrainingCase;
import dev.groundplan.estimators.TrainingStack;
import java.time.Year;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A training job in the words of a source. */
final class TrainedCase {
    /** Watts in brackets behind an accelerator that is run below its rated power. */
    private static final Pattern WATTS = Pattern.compile(".*\\(([0-9]{2,4}) ?w\\).*");

    private static final Pattern LIMITED = Pattern.compile("power[- ](limited|capped|cap|limit)");

    /** The number of a paper begins with its year and month. */
    private static final Pattern ARXIV =
            Pattern.compile("arXiv:([0-9]{2})(?:0[1-9]|1[0-2])\\.[0-9]{4,5}");

    /** Contexts beyond are reached in a short last phase. */
    private static final int LONGEST = 8192;

    private TrainedCase() {}

    /** A pre-training job: its sequences are as long as its model's context where nobody says. */
    static TrainingCase of(PublishedCase published, CaseModel model, CaseSubjects subjects)
            throws NotEstimated {
        return of(
                published,
                model,
                tokens(published.inputs().number("seq_len"))
                        .or(
                                () ->
                                        model.known()
                                                .flatMap(ModelSpec::architecture)
                                                .map(a -> Math.min(LONGEST, a.value().context()))
                                                .filter(length -> length > 0)
                                                .map(Tokens::new)),
                subjects);
    }

    /** A job with sequences of that length, or of one that nobody knows. */
    static TrainingCase of(
            PublishedCase published,
            CaseModel model,
            Optional<Tokens> sequence,
            CaseSubjects subjects)
            throws NotEstimated {
        CaseInputs inputs = published.inputs();
        CaseMachine machine = subjects.machines().of(inputs);
        String sharding = inputs.words("sharding") + " " + inputs.words("framework");
        return new TrainingCase(
                shape(model, inputs),
                machine.accelerator(),
                limit(
                        inputs.words("accelerator") + inputs.words("system"),
                        machine.accelerator(),
                        subjects),
                inputs.has("accelerators")
                        ? Optional.of(Count.of(machine.count()))
                        : Optional.empty(),
                Optional.of(precision(inputs.words("precision"))),
                stack(inputs),
                sequence,
                batch(inputs, sequence),
                count(inputs, "grad_accum"),
                parallel(inputs, sharding),
                sharding.contains("hsdp"),
                inputs.flag("flash_attention"),
                released(published.source()));
    }

    /** An accelerator that the catalogue lacks, a framework that no profile names. */
    static int guesses(PublishedCase published, CaseSubjects subjects) throws NotEstimated {
        CaseInputs inputs = published.inputs();
        return (subjects.machines().of(inputs).known() ? 0 : 1)
                + (TrainingStack.known(inputs.words("framework")) ? 0 : 1);
    }

    /** Who splits layers into tensors runs Megatron, or what came after it. */
    private static TrainingStack stack(CaseInputs inputs) {
        TrainingStack named =
                TrainingStack.of(
                        inputs.words("framework")
                                + (inputs.flag("compile").orElse(false) ? " compile" : ""));
        boolean split = inputs.number("tp", 1) > 1;
        return named == TrainingStack.UNSTATED && split ? TrainingStack.MEGATRON : named;
    }

    static ModelShape shape(CaseModel model, CaseInputs inputs) {
        Architecture a = model.architecture();
        if (!model.shaped()) {
            return ModelShape.ofSize(
                    model.total(),
                    model.active().compareTo(model.total()) < 0
                            ? Optional.of(model.active())
                            : Optional.empty());
        }
        double lookup = a.tied() ? 0 : (double) a.vocabulary() * a.hidden();
        double active = model.active().value();
        double multiplied =
                model.known().isPresent()
                        ? ParameterFormula.of(a).computing().value()
                        : Math.max(active / 2, active - lookup);
        return ModelShape.of(a, model.total(), model.active(), model.total().of(multiplied));
    }

    /** The year that a source carries in its number: its software is of that time. */
    private static Optional<Year> released(String source) {
        Matcher number = ARXIV.matcher(source);
        return number.find()
                ? Optional.of(Year.of(2000 + Integer.parseInt(number.group(1))))
                : Optional.empty();
    }

    private static Optional<Power> limit(
            String words, AcceleratorSpec accelerator, CaseSubjects subjects) {
        Matcher watts = WATTS.matcher(words);
        if (watts.matches()) {
            return Optional.of(new Power(Double.parseDouble(watts.group(1))));
        }
        if (!LIMITED.matcher(words).find()) {
            return Optional.empty();
        }
        double share = subjects.priors().prior("energy.power-limited").value().likely().value();
        return accelerator.power().map(rated -> new Power(rated.value() * share));
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
        OptionalDouble stage = inputs.number("zero_stage");
        Optional<Integer> zero =
                stage.isPresent() && stage.getAsDouble() >= 0 && stage.getAsDouble() <= 3
                        ? Optional.of((int) stage.getAsDouble())
                        : Optional.empty();
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
