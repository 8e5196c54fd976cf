package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.estimators.TextLengths;
import dev.groundplan.estimators.TrainingCase;
import dev.groundplan.estimators.TuningCase;
import dev.groundplan.estimators.TuningFramework;
import dev.groundplan.estimators.TuningRecipe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tuning job in the words of a source. */
final class TunedCase {
    /** Lengths of examples with their deviation: {@code 3234.4±2547.5}. */
    private static final Pattern SPREAD =
            Pattern.compile(
                    "([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(?:±|\\+/-|\\+-)\\s*"
                            + "([0-9]{1,9}(?:\\.[0-9]{1,9})?)");

    /** The longest example, where a source gives it: {@code max 1034-1304 tokens}. */
    private static final Pattern LONGEST = Pattern.compile("max(?:imum)? ([0-9]{2,7})");

    /** Steps of a table of savings that come before activations are recomputed. */
    private static final List<String> KEPT = List.of("baseline", "packed", "compile", "chunked");

    /** Bits of weights that are not quantised. */
    private static final double WHOLE = 16;

    /** Sequences of an optimizer step of usual recipes, and at most a device. */
    private static final double USUAL_BATCH = 128;

    private static final double MOST = 8;

    private final PublishedCase published;
    private final CaseInputs inputs;
    private final CaseSubjects subjects;

    TunedCase(PublishedCase published, CaseSubjects subjects) {
        this.published = published;
        inputs = published.inputs();
        this.subjects = subjects;
    }

    /** The job as its speed is measured. */
    TuningCase speed() throws NotEstimated {
        return of(length(inputs.number("seq_len")), Optional.empty(), example());
    }

    /** The job as its memory is measured: the longest example fills it. */
    TuningCase memory() throws NotEstimated {
        Matcher longest = LONGEST.matcher(inputs.words("dataset"));
        OptionalDouble given = inputs.number("seq_len");
        OptionalDouble most =
                given.isEmpty() && longest.find()
                        ? OptionalDouble.of(Double.parseDouble(longest.group(1)))
                        : given;
        return of(length(most), Optional.empty(), example());
    }

    /** The job of a whole run over examples that are counted, not measured. */
    TuningCase run() throws NotEstimated {
        if (inputs.has("tokens")) {
            return speed();
        }
        double devices = Math.max(1, inputs.number("accelerators", 1));
        double batch = inputs.number("global_batch", USUAL_BATCH);
        int held = (int) Math.max(1, Math.min(MOST, batch / devices));
        double images = Math.max(0, inputs.number("image_tokens", 0));
        return of(
                length(inputs.number("seq_len")),
                Optional.of(held),
                Optional.of(new Tokens(usual() + images)));
    }

    /** Sequences that a whole run passes through, all its epochs counted. */
    Count sequences() {
        double epochs =
                Math.max(1e-3, inputs.first("epochs").orElseGet(() -> likely("fine-tune.epochs")));
        OptionalDouble tokens = inputs.number("tokens");
        if (tokens.isPresent()) {
            double length =
                    Math.max(
                            1,
                            inputs.first("seq_len")
                                    .orElseGet(() -> likely("fine-tune.tokens-per-example")));
            return new Count(tokens.getAsDouble() / length * inputs.number("epochs", 1));
        }
        double examples =
                inputs.first("examples", "samples").orElseGet(() -> likely("fine-tune.examples"));
        return new Count(examples * epochs);
    }

    private TuningCase of(
            Optional<Tokens> sequence, Optional<Integer> microBatch, Optional<Tokens> example)
            throws NotEstimated {
        CaseModel model = subjects.models().of(published);
        TrainingCase job = TrainedCase.of(published, model, sequence, subjects);
        if (microBatch.isPresent() && job.parallel().microBatch().isEmpty()) {
            job = job.with(job.parallel().withMicroBatch(microBatch.get()));
        }
        String technique = inputs.words("technique");
        if (job.parallel().recompute().isEmpty() && KEPT.stream().anyMatch(technique::contains)) {
            job = job.with(job.parallel().with(Recompute.NONE));
        }
        return new TuningCase(
                job,
                TuningFramework.of(inputs.words("framework")),
                recipe(),
                lengths(),
                example,
                Math.max(1, inputs.whole("sequence_parallel", 1)));
    }

    private TuningRecipe recipe() {
        TuningRecipe recipe =
                TuningRecipe.of(
                        (inputs.words("method") + " " + inputs.words("technique")).strip(),
                        inputs.words("precision") + " " + inputs.words("quantization"));
        OptionalDouble bits = inputs.number("bits");
        if (bits.isPresent() && bits.getAsDouble() > 0 && bits.getAsDouble() < WHOLE) {
            recipe = recipe.quantised(new Count(bits.getAsDouble()));
        }
        OptionalDouble trained = inputs.number("trainable");
        if (trained.isPresent() && trained.getAsDouble() > 0) {
            recipe = recipe.training(new Parameters(trained.getAsDouble()));
        }
        return inputs.words("lora_targets").contains("all") ? recipe.onEveryLinear() : recipe;
    }

    private Optional<TextLengths> lengths() {
        Matcher spread =
                SPREAD.matcher(inputs.words("dataset_tokens") + " " + inputs.words("dataset"));
        if (!spread.find()) {
            return Optional.empty();
        }
        double mean = Double.parseDouble(spread.group(1));
        double deviation = Double.parseDouble(spread.group(2));
        return mean > 0 && deviation > 0
                ? Optional.of(new TextLengths(new Tokens(mean), new Tokens(deviation)))
                : Optional.empty();
    }

    /** Tokens of an example, where a set of data is named and no length of anything is. */
    private Optional<Tokens> example() {
        return inputs.has("dataset") && !inputs.has("seq_len") && lengths().isEmpty()
                ? Optional.of(new Tokens(usual()))
                : Optional.empty();
    }

    private double usual() {
        return UsualLengths.of(inputs.words("dataset"), subjects.priors())
                .map(UsualLengths::both)
                .map(Tokens::value)
                .orElseGet(() -> likely("fine-tune.tokens-per-example"));
    }

    private static Optional<Tokens> length(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() >= 1
                ? Optional.of(new Tokens(number.getAsDouble()))
                : Optional.empty();
    }

    private double likely(String prior) {
        return subjects.priors().prior(prior).value().likely().value();
    }
}
