package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Approval;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.TrainingComputeEstimation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Training of a size to which the law attaches duties. */
public final class ComputeThreshold implements Rule {
    /** Words by which an approval shows that somebody looks at the duties. */
    private static final List<String> LOOKED_AT =
            List.of("ai act", "ai-act", "gpai", "general-purpose");

    private static final int FLOP_PER_PARAMETER_AND_TOKEN = 6;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.tasks().approvals().stream().anyMatch(ComputeThreshold::isLookedAt)
                ? Stream.empty()
                : plan.stages().stream().flatMap(stage -> finding(stage, facts).stream());
    }

    private static boolean isLookedAt(Approval approval) {
        String text =
                (approval.name() + " " + approval.label().orElse("")).toLowerCase(Locale.ROOT);
        return LOOKED_AT.stream().anyMatch(text::contains);
    }

    private Optional<Finding> finding(Stage stage, Facts facts) {
        return switch (stage) {
            case PretrainStage own when own.base().isEmpty() -> trained(own, facts);
            case PretrainStage own -> modified(stage, own.base(), facts);
            case TuningStage tuning ->
                    modified(
                            stage,
                            tuning.base()
                                    .or(
                                            () ->
                                                    facts.plan()
                                                            .model()
                                                            .flatMap(choice -> choice.model())
                                                            .map(Stated::value)),
                            facts);
            default -> Optional.empty();
        };
    }

    private static Optional<Flop> flop(Stage stage, Facts facts) {
        return facts.get(TrainingComputeEstimation.class, stage)
                .map(computing -> computing.flop().value().likely());
    }

    private Optional<Finding> trained(PretrainStage stage, Facts facts) {
        Flop general = facts.prior("practice.general-purpose-compute", Dimension.FLOP).likely();
        Flop systemic = facts.prior("practice.systemic-compute", Dimension.FLOP).likely();
        return flop(stage, facts)
                .filter(flop -> flop.compareTo(general) > 0)
                .map(
                        flop -> {
                            boolean isSystemic = flop.compareTo(systemic) > 0;
                            return finding(
                                    stage,
                                    facts,
                                    isSystemic ? ".systemic" : ".general",
                                    flop,
                                    isSystemic ? systemic : general,
                                    isSystemic
                                            ? "a model is presumed to carry systemic risk"
                                            : "a model that generates language counts as one of"
                                                    + " general purpose");
                        });
    }

    /** Of the original's computing; where that is unknown, of the line for a general purpose. */
    private Optional<Finding> modified(Stage stage, Optional<Servable> base, Facts facts) {
        if (base.isEmpty() || base.get() instanceof PretrainStage) {
            return Optional.empty();
        }
        Ratio part = facts.prior("practice.modified-share", Dimension.RATIO).likely();
        Flop general = facts.prior("practice.general-purpose-compute", Dimension.FLOP).likely();
        Optional<Flop> original = original(base.get());
        Flop line = new Flop(original.orElse(general).value() * part.value());
        return flop(stage, facts)
                .filter(flop -> flop.compareTo(line) > 0)
                .map(
                        flop ->
                                finding(
                                        stage,
                                        facts,
                                        ".modified",
                                        flop,
                                        line,
                                        "whoever changes "
                                                + base.get().name()
                                                + " counts as provider of what it becomes ("
                                                + part
                                                + (original.isPresent()
                                                        ? " of the computing that made it)"
                                                        : " of the line for general purpose; the"
                                                                + " catalogue does not know what"
                                                                + " made it)")));
    }

    private static Optional<Flop> original(Servable base) {
        if (!(base instanceof ModelSpec spec) || spec.trained().isEmpty()) {
            return Optional.empty();
        }
        double tokens = spec.trained().get().value().value();
        return spec.active()
                .or(spec::published)
                .map(n -> FLOP_PER_PARAMETER_AND_TOKEN * n.value().value() * tokens)
                .filter(Double::isFinite)
                .map(Flop::new);
    }

    private Finding finding(
            Stage stage, Facts facts, String kind, Flop flop, Flop line, String meaning) {
        Uncertain<Time> usual = facts.prior("duration.approval", Dimension.TIME);
        return finding(
                stage.range(),
                stage.id(),
                Message.of(
                        name() + kind,
                        "{stage} takes {flop}. From {line} on {meaning}, where it is placed on the"
                                + " market of the European Union: have somebody check the duties of"
                                + " documentation, copyright and notification. This is no legal"
                                + " advice.",
                        "stage",
                        stage.name(),
                        "flop",
                        flop.toString(),
                        "line",
                        line.toString(),
                        "meaning",
                        meaning),
                List.of(
                        Fix.of(
                                        "Plan an approval for it",
                                        new Change.Insert(
                                                facts.plan().id().child("tasks"),
                                                "approval ai-act \"Duties under the EU AI Act\" {"
                                                        + " duration "
                                                        + Written.weeks(usual)
                                                        + " }"))
                                .bringing("to do", "ask counsel how long it takes")));
    }
}
