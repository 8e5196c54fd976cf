package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Time;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts must be fresher than the training data, and nothing looks them up. */
public final class StaleKnowledge implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Optional<SourceRange> wanted = Knowledge.wanted(plan);
        return wanted.isEmpty()
                        || Knowledge.isLookedUp(plan)
                        || isFreshEnough(plan)
                        || isTaughtInTime(plan)
                ? Stream.empty()
                : Stream.of(finding(wanted.get(), plan));
    }

    private static boolean isTaughtInTime(Plan plan) {
        return plan.stages(TuningStage.class).stream()
                .anyMatch(stage -> Knowledge.isRenewedInTime(stage, plan));
    }

    /** Whether every model ends later than the project needs, on its first day. */
    private static boolean isFreshEnough(Plan plan) {
        List<YearMonth> cutoffs = cutoffs(plan).toList();
        return plan.scope().freshness().isPresent()
                && !cutoffs.isEmpty()
                && cutoffs.size() == plan.models().size()
                && cutoffs.stream()
                        .allMatch(
                                cutoff ->
                                        age(cutoff, plan)
                                                        .compareTo(
                                                                plan.scope()
                                                                        .freshness()
                                                                        .get()
                                                                        .value())
                                                <= 0);
    }

    private static Stream<YearMonth> cutoffs(Plan plan) {
        return plan.models().stream()
                .flatMap(choice -> choice.model().stream())
                .flatMap(model -> cutoff(model.value()).stream());
    }

    private static Optional<YearMonth> cutoff(Servable model) {
        return switch (model) {
            case ModelSpec spec -> spec.cutoff();
            case EndpointSpec endpoint -> endpoint.cutoff();
            case PretrainStage own -> Optional.empty();
        };
    }

    private static Time age(YearMonth cutoff, Plan plan) {
        LocalDate first = plan.start().orElse(plan.today());
        return Time.days(Math.max(0, ChronoUnit.DAYS.between(cutoff.atEndOfMonth(), first)));
    }

    private Finding finding(SourceRange range, Plan plan) {
        return finding(
                range,
                plan.id().child("scope"),
                Message.of(
                        name(),
                        "The application needs {wanted}, and {knows}; nothing looks them up. A"
                                + " retrieval would.",
                        "wanted",
                        Knowledge.wantedText(plan),
                        "knows",
                        knows(plan)),
                List.of(Knowledge.retrieve(plan)));
    }

    private static String knows(Plan plan) {
        return plan.models().stream()
                .flatMap(choice -> choice.model().stream())
                .findFirst()
                .map(
                        model ->
                                cutoff(model.value())
                                        .map(
                                                cutoff ->
                                                        model.value().name()
                                                                + " was trained on text up to "
                                                                + cutoff)
                                        .orElse(
                                                model.value().name()
                                                        + " knows only what it was trained on"))
                .orElse("a model knows only what it was trained on");
    }
}
