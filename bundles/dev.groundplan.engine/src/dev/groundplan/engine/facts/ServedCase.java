package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.estimators.ServedModel;
import dev.groundplan.estimators.ServingEngine;
import dev.groundplan.estimators.ServingSetup;
import dev.groundplan.estimators.WeightFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A served model in the words of a source. */
final class ServedCase {
    private static final Pattern FORM = Pattern.compile("fp16|bf16|int8|int4|fp8");
    private static final Pattern INPUT = Pattern.compile("input about ([0-9]{1,7})");
    private static final Pattern OUTPUT = Pattern.compile("output about ([0-9]{1,7})");

    /** Narrow arithmetic is used where it is clearly faster. */
    private static final double FASTER = 1.1;

    /** Four bits, and a 16-bit scale for every 32 values. */
    private static final double FOUR_BITS = 0.5625;

    /** Lengths of the requests of a throughput of which nobody says any. */
    static final Tokens USUAL_INPUT = new Tokens(64);

    static final Tokens USUAL_OUTPUT = new Tokens(256);

    /** Share of memory that weights can take where something is to run beside them. */
    private static final double FULLEST = 0.95;

    /** Accelerators of the largest servers of one model. */
    private static final double MOST = 64;

    private final PublishedCase published;
    private final CaseInputs inputs;
    private final CaseSubjects subjects;

    ServedCase(PublishedCase published, CaseSubjects subjects) throws NotEstimated {
        this.published = published;
        this.inputs = published.inputs();
        this.subjects = subjects;
        for (String name :
                List.of(
                        "batch",
                        "n",
                        "tp",
                        "accelerators",
                        "params",
                        "active_params",
                        "concurrency",
                        "request_rate",
                        "max_num_seqs",
                        "max_batch",
                        "osl")) {
            OptionalDouble number = inputs.number(name);
            if (number.isPresent() && !(number.getAsDouble() > 0)) {
                throw new NotEstimated("`" + name + "` is not above 0");
            }
        }
        for (String name : List.of("isl", "seq_len", "context")) {
            if (inputs.number(name, 0) < 0) {
                throw new NotEstimated("`" + name + "` is below 0");
            }
        }
    }

    ServedModel model() throws NotEstimated {
        return served(caseModel());
    }

    private static ServedModel served(CaseModel model) {
        return new ServedModel(model.architecture(), model.total(), model.active());
    }

    private CaseModel caseModel() throws NotEstimated {
        return subjects.models().of(published);
    }

    WeightFormat weights(AcceleratorSpec accelerator) {
        String precision = inputs.words("precision");
        if (precision.isEmpty()) {
            Matcher matcher = FORM.matcher(framework().toLowerCase(Locale.ROOT));
            precision =
                    matcher.find() ? matcher.group() : benchmark() ? narrowest(accelerator) : "";
        }
        String gguf = inputs.words("format").contains("gguf") ? " GGUF" : "";
        return WeightFormat.of(precision + gguf, subjects.priors());
    }

    WeightFormat weights() throws NotEstimated {
        return weights(subjects.machines().of(inputs).accelerator());
    }

    ServingSetup setup() throws NotEstimated {
        CaseModel model = caseModel();
        CaseMachine machine = subjects.machines().of(inputs);
        WeightFormat weights = fitting(model, machine.accelerator());
        int guesses =
                (model.shaped() ? 0 : 1)
                        + (machine.known() ? 0 : 1)
                        + (weights.known() ? 0 : 1)
                        + (ServingEngine.known(framework()) ? 0 : 1);
        OptionalDouble split = inputs.number("tp");
        return new ServingSetup(
                served(model),
                weights,
                cacheValue(weights),
                machine.accelerator(),
                new Count(accelerators(model, weights, machine.accelerator())),
                split.isPresent() ? Optional.of(new Count(split.getAsDouble())) : Optional.empty(),
                framework(),
                Count.of(guesses));
    }

    /** Where no format is said, one that the accelerators hold: the model did run on them. */
    private WeightFormat fitting(CaseModel model, AcceleratorSpec accelerator) {
        WeightFormat wide = weights(accelerator);
        OptionalDouble devices = inputs.first("tp", "accelerators");
        if (inputs.has("precision") || devices.isEmpty()) {
            return wide;
        }
        double room = FULLEST * Math.max(1, devices.getAsDouble()) * accelerator.memory().value();
        String eight = accelerator.peaks().containsKey(Precision.FP8) ? "fp8" : "int8";
        return Stream.of(wide, format(eight), format("int4"))
                .filter(w -> w.body().value() * model.total().value() <= room)
                .findFirst()
                .orElse(wide);
    }

    private WeightFormat format(String words) {
        return WeightFormat.of(words, subjects.priors());
    }

    /** As many as are said, else the fewest that hold the weights. */
    private double accelerators(CaseModel model, WeightFormat weights, AcceleratorSpec each) {
        OptionalDouble said = inputs.first("accelerators", "tp");
        if (said.isPresent()) {
            return Math.max(1, said.getAsDouble());
        }
        double room = FULLEST * each.memory().value();
        double needed = weights.body().value() * model.total().value() / room;
        double number = 1;
        while (number < needed && number < MOST) {
            number *= 2;
        }
        return number;
    }

    Optional<Tokens> input() {
        return length("isl", INPUT, UsualLengths::input);
    }

    Optional<Tokens> output() {
        return length("osl", OUTPUT, UsualLengths::output);
    }

    private Optional<Tokens> length(
            String name, Pattern pattern, Function<UsualLengths, Tokens> usual) {
        OptionalDouble given = inputs.number(name);
        if (given.isPresent()) {
            return Optional.of(new Tokens(given.getAsDouble()));
        }
        String data = inputs.words("dataset");
        Matcher matcher = pattern.matcher(data);
        if (matcher.find()) {
            return Optional.of(new Tokens(Double.parseDouble(matcher.group(1))));
        }
        return UsualLengths.of(data, subjects.priors()).map(usual);
    }

    private String framework() {
        return inputs.text("framework").orElse("");
    }

    private boolean benchmark() {
        return (published.quantity() + framework()).toLowerCase(Locale.ROOT).contains("mlperf");
    }

    private static String narrowest(AcceleratorSpec accelerator) {
        double wide =
                Math.max(peak(accelerator, Precision.BF16), peak(accelerator, Precision.FP16));
        double eight = peak(accelerator, Precision.FP8);
        if (peak(accelerator, Precision.FP4) > FASTER * Math.max(eight, wide)) {
            return "fp4";
        }
        return eight > FASTER * wide ? "fp8" : "fp16";
    }

    private static double peak(AcceleratorSpec accelerator, Precision precision) {
        FlopPerSecond peak = accelerator.peaks().get(precision);
        return peak == null ? 0 : peak.value();
    }

    private Bytes cacheValue(WeightFormat weights) {
        String words = inputs.words("kv_precision");
        words = words.isEmpty() ? inputs.words("kv") : words;
        if (words.isEmpty()
                && framework().toLowerCase(Locale.ROOT).contains("tensorrt")
                && List.of(Precision.FP8, Precision.FP4).contains(weights.arithmetic())) {
            return new Bytes(1);
        }
        return new Bytes(
                switch (words) {
                    case "int8", "fp8" -> 1;
                    case "int4" -> FOUR_BITS;
                    default -> 2;
                });
    }
}
