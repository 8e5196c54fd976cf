package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Pruning;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Arithmetic that the named accelerator does not have. */
public final class PrecisionUnsupported implements Rule {
    /** The arithmetic that a scheme computes in; the others are unpacked to 16 bits first. */
    private static final Map<String, Precision> COMPUTES_IN =
            Map.of(
                    "fp8", Precision.FP8,
                    "int8", Precision.INT8,
                    "nvfp4", Precision.FP4);

    /** Weights alone are packed: every accelerator can unpack them. */
    private static final String UNPACKED = "awq";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Stream<Finding> served =
                plan.servings().stream()
                        .filter(serving -> serving.hardware().isPresent())
                        .flatMap(this::compression);
        return Stream.of(
                        served,
                        plan.stages(TuningStage.class).stream()
                                .flatMap(s -> training(s, s.hardware(), s.precision())),
                        plan.stages(ReinforceStage.class).stream()
                                .flatMap(s -> training(s, s.hardware(), s.precision())),
                        plan.stages(PretrainStage.class).stream()
                                .flatMap(s -> training(s, s.hardware(), s.precision())))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> compression(Serving serving) {
        AcceleratorSpec accelerator = serving.hardware().orElseThrow().accelerator();
        return serving.compression().stream()
                .flatMap(
                        step ->
                                switch (step.kind()) {
                                    case QUANTISE -> quantised(step, serving, accelerator);
                                    case PRUNE -> pruned(step, accelerator);
                                    case DISTIL -> Stream.<Finding>empty();
                                });
    }

    private Stream<Finding> quantised(
            CompressionStage step, Serving serving, AcceleratorSpec accelerator) {
        return step.scheme().map(COMPUTES_IN::get).stream()
                .filter(needed -> lacks(accelerator, needed))
                .map(
                        needed ->
                                finding(
                                        step.range(),
                                        step.id(),
                                        message(
                                                "`quantise " + step.scheme().get() + "`",
                                                needed.word(),
                                                accelerator),
                                        schemes(serving, accelerator)));
    }

    private static List<Fix> schemes(Serving serving, AcceleratorSpec accelerator) {
        return Stream.of("fp8", "int8", UNPACKED)
                .filter(
                        scheme ->
                                scheme.equals(UNPACKED)
                                        || !lacks(accelerator, COMPUTES_IN.get(scheme)))
                .map(
                        scheme ->
                                Fix.of(
                                        "Quantise with " + scheme,
                                        new Change.Set(serving.id(), "quantise", scheme)))
                .toList();
    }

    private Stream<Finding> pruned(CompressionStage step, AcceleratorSpec accelerator) {
        boolean structured = step.pruning().filter(Pruning::isTwoOfFour).isPresent();
        return structured && !accelerator.sparse24()
                ? Stream.of(
                        finding(
                                step.range(),
                                step.id(),
                                message("`prune { pattern 2:4 }`", "2:4 sparsity", accelerator),
                                List.of(
                                        Fix.of(
                                                "Do not prune",
                                                new Change.Remove(step.id(), Optional.empty())))))
                : Stream.empty();
    }

    private Stream<Finding> training(
            Stage stage, Optional<Hardware> hardware, Optional<Precision> precision) {
        return hardware.stream()
                .flatMap(
                        on ->
                                precision.stream()
                                        .filter(needed -> lacks(on.accelerator(), needed))
                                        .map(needed -> training(stage, on.accelerator(), needed)));
    }

    private Finding training(Stage stage, AcceleratorSpec accelerator, Precision needed) {
        List<Fix> fixes =
                Stream.of(Precision.BF16, Precision.FP16)
                        .filter(other -> !lacks(accelerator, other))
                        .limit(1)
                        .map(
                                other ->
                                        Fix.of(
                                                "Train in " + other.word(),
                                                new Change.Set(
                                                        stage.id(), "precision", other.word())))
                        .toList();
        return finding(
                stage.range(),
                stage.id(),
                message("`precision " + needed.word() + "`", needed.word(), accelerator),
                fixes);
    }

    /** Nothing is held against an accelerator of which no peak is known. */
    private static boolean lacks(AcceleratorSpec accelerator, Precision precision) {
        return !accelerator.peaks().isEmpty() && !accelerator.peaks().containsKey(precision);
    }

    private Message message(String what, String needed, AcceleratorSpec accelerator) {
        return Message.of(
                name(),
                "{what} needs {needed}, which {accelerator} has no arithmetic for; it computes in"
                        + " {has}.",
                "what",
                what,
                "needed",
                needed,
                "accelerator",
                accelerator.name(),
                "has",
                Wording.allOf(
                        accelerator.peaks().keySet().stream()
                                .sorted()
                                .map(Precision::word)
                                .toList()));
    }
}
