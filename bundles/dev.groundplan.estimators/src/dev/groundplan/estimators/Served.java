package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import java.util.Optional;

/** Which model a deployment serves, and in which form its weights and cache are. */
final class Served {
    private static final int BITS_A_BYTE = 8;

    private Served() {}

    static Optional<ModelChoice> choice(Serving serving, Facts facts) {
        return serving.model().or(() -> facts.plan().model());
    }

    /** The student of a distillation, else the chosen model. */
    static Optional<Servable> model(Serving serving, Facts facts) {
        return serving.compression().stream()
                .flatMap(step -> step.into().stream())
                .findFirst()
                .or(() -> choice(serving, facts).flatMap(c -> c.model()).map(Stated::value));
    }

    /** Empty for a hosted endpoint: its provider's memory is not ours to plan. */
    static Optional<ParameterEstimation> size(Serving serving, Facts facts) {
        Optional<Servable> model = model(serving, facts);
        if (model.isPresent()) {
            return ParameterCount.of(model.get(), facts);
        }
        return choice(serving, facts).flatMap(c -> facts.get(ParameterEstimation.class, c));
    }

    static Optional<EndpointSpec> endpoint(Serving serving, Facts facts) {
        return model(serving, facts)
                .flatMap(m -> m instanceof EndpointSpec e ? Optional.of(e) : Optional.empty());
    }

    /** Bytes a linear weight as it is served. */
    static Stated<Bytes> weightBytes(Serving serving, Facts facts) {
        Optional<CompressionStage> step = serving.quantisation();
        if (step.isPresent()) {
            return quantised(step.get(), facts);
        }
        return serving.precision()
                .map(p -> precision(p, facts, serving))
                .orElseGet(
                        () ->
                                Stated.assumed(
                                        named("memory.weight.bf16", facts).value(),
                                        "served in 16 bits, for no quantisation is written",
                                        Source.UNKNOWN));
    }

    /** The form of the weights, as a pass sees it. */
    static WeightFormat format(Serving serving, Facts facts) {
        Bytes each = weightBytes(serving, facts).value();
        Bytes wide = named("memory.weight.bf16", facts).value();
        String scheme =
                serving.quantisation()
                        .flatMap(CompressionStage::scheme)
                        .or(() -> serving.precision().map(Precision::word))
                        .orElse("");
        WeightFormat named = WeightFormat.of(scheme, facts::prior);
        WeightFormat.Kernel kernel =
                each.value() < 1 && named.kernel() == WeightFormat.Kernel.PLAIN
                        ? WeightFormat.Kernel.FUSED
                        : named.kernel();
        return new WeightFormat(
                each,
                wide.max(each),
                named.kernel() == kernel ? named.arithmetic() : Precision.BF16,
                kernel,
                true,
                scheme);
    }

    /** The precision that the arithmetic of a request runs in. */
    static Precision arithmetic(Serving serving) {
        boolean fp8 =
                serving.quantisation()
                                .flatMap(CompressionStage::scheme)
                                .filter("fp8"::equals)
                                .isPresent()
                        || serving.precision().filter(Precision.FP8::equals).isPresent();
        return fp8 ? Precision.FP8 : Precision.BF16;
    }

    /** Bytes of a key or value in the cache. */
    static Stated<Bytes> cacheBytes(Serving serving, Facts facts) {
        return serving.kvPrecision()
                .filter(word -> facts.catalogue().priors().containsKey("memory.weight." + word))
                .map(
                        word ->
                                new Stated<>(
                                        named("memory.weight." + word, facts).value(),
                                        Origin.written(serving.range())))
                .orElseGet(
                        () ->
                                Stated.assumed(
                                        named("memory.weight.bf16", facts).value(),
                                        "engines keep the cache in 16 bits unless told otherwise",
                                        Source.UNKNOWN));
    }

    /** Requests that an engine takes at once. */
    static Stated<Count> batch(Serving serving, Facts facts) {
        return serving.batch()
                .orElseGet(
                        () -> {
                            Prior prior = facts.prior("serving.batch");
                            return new Stated<>(
                                    new Count(prior.value().likely().value()), prior.origin());
                        });
    }

    private static Stated<Bytes> quantised(CompressionStage step, Facts facts) {
        String prior = "memory.weight." + step.scheme().orElse("");
        boolean known = facts.catalogue().priors().containsKey(prior);
        boolean usual =
                known
                        && step.group().isEmpty()
                        && bits(prior, facts) == step.bits().orElse(bits(prior, facts));
        if (usual || step.bits().isEmpty()) {
            return known
                    ? named(prior, facts)
                    : Stated.assumed(
                            named("memory.weight.int8", facts).value(),
                            "eight bits, for neither bits nor a known scheme are written",
                            Source.UNKNOWN);
        }
        int bits = step.bits().get();
        double shared =
                step.group()
                        .filter(group -> group > 0)
                        .map(group -> plain("memory.weight.group-bits", facts) / group)
                        .orElse(0.0);
        return new Stated<>(new Bytes((bits + shared) / BITS_A_BYTE), Origin.written(step.range()));
    }

    /** Whole bits of a weight in this scheme; what is over a whole number is scales. */
    private static int bits(String prior, Facts facts) {
        return (int) Math.floor(named(prior, facts).value().value() * BITS_A_BYTE);
    }

    private static Stated<Bytes> precision(Precision precision, Facts facts, Serving serving) {
        String prior = "memory.weight." + precision.word();
        Origin origin = Origin.written(serving.range());
        return facts.catalogue().priors().containsKey(prior)
                ? new Stated<>(named(prior, facts).value(), origin)
                : Stated.assumed(
                        named("memory.weight.bf16", facts).value(),
                        "served in 16 bits, for "
                                + precision.word()
                                + " is not a form that weights are served in",
                        Source.UNKNOWN);
    }

    private static Stated<Bytes> named(String prior, Facts facts) {
        return new Stated<>(
                facts.prior(prior, Dimension.BYTES).likely(), facts.prior(prior).origin());
    }

    private static double plain(String prior, Facts facts) {
        return facts.prior(prior).value().likely().value();
    }
}
