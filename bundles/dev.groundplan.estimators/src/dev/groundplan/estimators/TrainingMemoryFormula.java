package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** The parts of a training job's memory on one accelerator. */
final class TrainingMemoryFormula {
    private final TrainingJob job;
    private final Facts facts;

    TrainingMemoryFormula(TrainingJob job, Facts facts) {
        this.job = job;
        this.facts = facts;
    }

    /**
     * Weights, gradients, optimizer, activations, logits, runtime; empty when one cannot be
     * computed.
     */
    Optional<List<Estimate<Bytes>>> parts() {
        List<Estimate<Bytes>> parts =
                Stream.of(weights(), gradients(), optimizer(), activations(), logits(), runtime())
                        .flatMap(Optional::stream)
                        .toList();
        return parts.size() == 6 ? Optional.of(parts) : Optional.empty();
    }

    Optional<Estimate<Bytes>> total(List<Estimate<Bytes>> parts) {
        Calculation c =
                calculation(
                        "M = (weights + gradients + optimizer + activations + logits + runtime)·ε");
        List<Calculation.Term> terms = new ArrayList<>();
        for (Estimate<Bytes> part : parts) {
            List<String> segments = part.key().segments();
            terms.add(c.result(segments.getLast(), part));
        }
        Calculation.Term residual =
                c.plainPrior(
                        "ε",
                        facts,
                        job.tuning()
                                ? "memory.job.residual-tuning"
                                : "memory.job.residual-training");
        return c.of(
                job.keys().key("memory-per-accelerator"),
                "Memory per accelerator",
                Bytes::new,
                () -> terms.stream().mapToDouble(Calculation.Term::value).sum() * residual.value());
    }

    private Optional<Estimate<Bytes>> weights() {
        return job.adapters() ? frozenWeights() : trainedWeights();
    }

    /** A frozen base, quantised or not, and the adapters' own weights beside it. */
    private Optional<Estimate<Bytes>> frozenWeights() {
        boolean quantised = job.frozenBytes().isPresent() && job.model().breakdown().isPresent();
        Calculation c =
                calculation(
                        (quantised ? "(N_q·w_q + (N − N_q)·w" : "(N·w")
                                + " + N_t·w)/(t·p)"
                                + sharded(3));
        Calculation.Term n = c.result("N", job.model().total());
        Calculation.Term trained = c.result("N_t", job.trained());
        Calculation.Term w = weightBytes(c);
        DoubleSupplier split = split(c, 3);
        if (!quantised) {
            return part(
                    c,
                    "weights",
                    () -> (n.value() + trained.value()) * w.value() / split.getAsDouble());
        }
        double linear = job.model().breakdown().orElseThrow().linear().value();
        c.number("N_q", "weights of linear layers", (long) linear, job.architecture().origin());
        Calculation.Term small =
                c.exact("w_q", "bytes a quantised weight", job.frozenBytes().orElseThrow());
        return part(
                c,
                "weights",
                () ->
                        (linear * small.value()
                                        + (n.value() - linear + trained.value()) * w.value())
                                / split.getAsDouble());
    }

    private Optional<Estimate<Bytes>> trainedWeights() {
        Calculation c =
                calculation(
                        job.shards(3)
                                ? "N·w/(t·p·dp) + min(N/(t·p), max(N_layer, N_live))·w"
                                : "N·w/(t·p)");
        Calculation.Term n = c.result("N", job.model().total());
        Calculation.Term w = weightBytes(c);
        Calculation.Term model = modelSplit(c);
        Calculation.Term pipeline = c.exact("p", "pipeline parallel", job.split().pipeline());
        if (!job.shards(3)) {
            return part(
                    c, "weights", () -> n.value() * w.value() / (model.value() * pipeline.value()));
        }
        Calculation.Term replicas = c.exact("dp", "data parallel", job.split().replicas());
        Calculation.Term live = c.plainPrior("N_live", facts, "memory.training.live-parameters");
        double layer = job.model().breakdown().map(b -> b.layer().value()).orElse(0.0);
        c.number("N_layer", "weights of a layer", (long) layer, job.architecture().origin());
        return part(
                c,
                "weights",
                () -> {
                    double local = n.value() / (model.value() * pipeline.value());
                    // with one replica nothing is gathered that is not there already
                    double gathered =
                            replicas.value() > 1
                                    ? Math.min(local, Math.max(layer, live.value()))
                                    : 0;
                    return (local / replicas.value() + gathered) * w.value();
                });
    }

    private Optional<Estimate<Bytes>> gradients() {
        Calculation c = calculation("N_t·g/(t·p)" + sharded(2));
        Calculation.Term trained = c.result("N_t", job.trained());
        Calculation.Term g = c.prior("g", facts, "memory.training.gradient-bytes", Dimension.BYTES);
        DoubleSupplier split = split(c, 2);
        if (!job.wideGradients()) {
            return part(c, "gradients", () -> trained.value() * g.value() / split.getAsDouble());
        }
        Calculation.Term wide =
                c.prior("S₃₂", facts, "memory.training.state-fp32-gradients", Dimension.BYTES);
        Calculation.Term narrow = c.prior("S₁₆", facts, "memory.training.state", Dimension.BYTES);
        return c.note("32-bit gradients: g + S₃₂ − S₁₆ bytes each")
                .of(
                        job.keys().key("memory", "gradients"),
                        "Memory of gradients",
                        Bytes::new,
                        () ->
                                trained.value()
                                        * (g.value() + wide.value() - narrow.value())
                                        / split.getAsDouble());
    }

    private Optional<Estimate<Bytes>> optimizer() {
        Calculation c = calculation("N_t·o/(t·p)" + sharded(1));
        Calculation.Term trained = c.result("N_t", job.trained());
        Calculation.Term o =
                c.prior("o", facts, "memory.training.optimizer-bytes", Dimension.BYTES);
        DoubleSupplier split = split(c, 1);
        return part(c, "optimizer", () -> trained.value() * o.value() / split.getAsDouble());
    }

    private Optional<Estimate<Bytes>> activations() {
        Recompute recompute = job.recompute().value();
        Calculation c =
                calculation(
                        switch (recompute) {
                            case FULL -> "(2·h·L + ω·A)·s·b/(t·c)";
                            case SELECTIVE -> "κ·σ·A·L·s·b/(t·c)";
                            case NONE -> "κ·A·L·s·b/(t·c)";
                        });
        Calculation.Term s = c.exact("s", "tokens a sequence", job.sequence());
        Calculation.Term b =
                c.exact("b", "sequences an accelerator holds at once", job.microBatch());
        ModelShape model = TrainingCases.shape(job.model());
        Calculation.Term a =
                shape(
                        c,
                        "A",
                        "bytes of a layer's activations a token, 2·(5h + 2(a + k)·d + 3f)",
                        (long) model.activationBytes());
        Calculation.Term layers = shape(c, "L", "layers", job.architecture().value().layers());
        Calculation.Term tensor = modelSplit(c);
        Calculation.Term context = c.exact("c", "context parallel", job.split().context());
        c.shown(
                Input.of(
                        "r",
                        "recomputation",
                        job.recompute().value().word(),
                        job.recompute().origin()));
        DoubleSupplier each =
                switch (recompute) {
                    case FULL -> {
                        Calculation.Term h =
                                shape(c, "h", "hidden width", job.architecture().value().hidden());
                        Calculation.Term working =
                                c.plainPrior("ω", facts, "memory.job.working-layer");
                        yield () -> 2 * h.value() * layers.value() + working.value() * a.value();
                    }
                    case SELECTIVE -> {
                        Calculation.Term kept = c.plainPrior("κ", facts, "memory.job.kept");
                        Calculation.Term left = c.plainPrior("σ", facts, "memory.job.selective");
                        yield () -> kept.value() * left.value() * a.value() * layers.value();
                    }
                    case NONE -> {
                        Calculation.Term kept = c.plainPrior("κ", facts, "memory.job.kept");
                        yield () -> kept.value() * a.value() * layers.value();
                    }
                };
        return part(
                c.note(
                        "attention is fused; the first pipeline stage holds as many micro-batches"
                                + " as stages"),
                "activations",
                () ->
                        each.getAsDouble()
                                * s.value()
                                * b.value()
                                / (tensor.value() * context.value()));
    }

    private Optional<Estimate<Bytes>> logits() {
        Calculation c = calculation("λ·s·b·V/(t·c)");
        Calculation.Term s = c.exact("s", "tokens a sequence", job.sequence());
        Calculation.Term b =
                c.exact("b", "sequences an accelerator holds at once", job.microBatch());
        Calculation.Term v =
                shape(c, "V", "vocabulary rows", job.architecture().value().vocabulary());
        Calculation.Term tensor = modelSplit(c);
        Calculation.Term context = c.exact("c", "context parallel", job.split().context());
        Calculation.Term each = c.plainPrior("λ", facts, "memory.job.logits");
        return part(
                c,
                "logits",
                () ->
                        each.value()
                                * s.value()
                                * b.value()
                                * v.value()
                                / (tensor.value() * context.value()));
    }

    private Optional<Estimate<Bytes>> runtime() {
        Calculation c = calculation("runtime");
        Calculation.Term runtime =
                c.prior(
                        "runtime",
                        facts,
                        job.tuning() ? "memory.job.runtime" : "memory.job.runtime-many",
                        Dimension.BYTES);
        return part(c, "runtime", runtime::value);
    }

    private Calculation.Term shape(Calculation c, String symbol, String meaning, long number) {
        return c.number(symbol, meaning, number, job.architecture().origin());
    }

    private Calculation.Term weightBytes(Calculation c) {
        return c.prior("w", facts, "memory.training.weight-bytes", Dimension.BYTES);
    }

    private Calculation.Term modelSplit(Calculation c) {
        return c.exact("t", "tensor parallel", job.split().tensor());
    }

    /** t·p, and dp too from that ZeRO stage on. */
    private DoubleSupplier split(Calculation c, int stage) {
        Calculation.Term tensor = modelSplit(c);
        Calculation.Term pipeline = c.exact("p", "pipeline parallel", job.split().pipeline());
        if (!job.shards(stage)) {
            return () -> tensor.value() * pipeline.value();
        }
        c.exact("ZeRO", "sharding stage", job.split().zero());
        Calculation.Term replicas = c.exact("dp", "data parallel", job.split().replicas());
        return () -> tensor.value() * pipeline.value() * replicas.value();
    }

    private String sharded(int stage) {
        return job.shards(stage) ? "/dp" : "";
    }

    private Calculation calculation(String formula) {
        return new Calculation(job.estimator(), formula);
    }

    private Optional<Estimate<Bytes>> part(Calculation c, String name, DoubleSupplier value) {
        return c.of(job.keys().key("memory", name), "Memory of " + name, Bytes::new, value);
    }
}
