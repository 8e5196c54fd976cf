package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model that was chosen with nothing beside it. */
public final class NoAlternativesConsidered implements Rule {
    private static final int MOST_NAMED = 2;

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return Brief.isWritten(plan) && !isWeighed(plan)
                ? plan.models().stream()
                        .filter(choice -> choice.model().isPresent())
                        .limit(1)
                        .flatMap(choice -> finding(choice, plan).stream())
                : Stream.empty();
    }

    /** Whether any other model is named, or a scenario takes one. */
    private static boolean isWeighed(Plan plan) {
        return plan.models().stream()
                        .anyMatch(
                                choice ->
                                        !choice.candidates().isEmpty()
                                                || !choice.rejected().isEmpty())
                || plan.scenarios().stream()
                        .flatMap(scenario -> scenario.differences().stream())
                        .anyMatch(difference -> difference.startsWith("model "));
    }

    private Optional<Finding> finding(ModelChoice choice, Plan plan) {
        Stated<Servable> model = choice.model().orElseThrow();
        List<? extends Servable> others =
                others(model.value(), plan).stream().limit(MOST_NAMED).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        finding(
                                model.range(),
                                choice.id(),
                                Message.of(
                                        name(),
                                        "{model}{size} is the only model that the file names: why"
                                                + " it and no other cannot be asked later."
                                                + " {others} may be used for this too; name them as"
                                                + " `candidates`, or under `rejected` with the"
                                                + " reason.",
                                        "model",
                                        model.value().name(),
                                        "size",
                                        described(model.value()),
                                        "others",
                                        Wording.allOf(
                                                others.stream()
                                                        .map(o -> o.name() + described(o))
                                                        .toList())),
                                List.of(fix(choice, others))));
    }

    private static Fix fix(ModelChoice choice, List<? extends Servable> others) {
        return Fix.of(
                "Compare it with " + Wording.allOf(others.stream().map(Servable::name).toList()),
                new Change.Set(
                        choice.id(),
                        "candidates",
                        String.join(", ", others.stream().map(Servable::name).toList())));
    }

    /** {@code (7.62B parameters)}, {@code (0.6 USD per 1M tokens of output)}, or nothing. */
    private static String described(Servable model) {
        return switch (model) {
            case ModelSpec spec -> OtherModels.size(spec).map(size -> " (" + size + ")").orElse("");
            case EndpointSpec endpoint ->
                    endpoint.output()
                            .map(price -> " (" + price.value().likely() + " of output)")
                            .orElse("");
            case PretrainStage own -> "";
        };
    }

    /** Of like size where it is one's own to serve, cheapest where it is hosted. */
    private static List<? extends Servable> others(Servable model, Plan plan) {
        return switch (model) {
            case ModelSpec spec -> OtherModels.like(spec, plan, other -> isOther(other, spec));
            case EndpointSpec endpoint -> OtherModels.like(endpoint, plan, other -> true);
            case PretrainStage own -> OtherModels.like(own, plan);
        };
    }

    /**
     * Another tuning of the same weights is no alternative to them, nor is another of its family.
     */
    private static boolean isOther(ModelSpec other, ModelSpec model) {
        return !owner(other).equals(owner(model))
                && !OtherModels.size(other).equals(OtherModels.size(model));
    }

    /** {@code Qwen} of {@code Qwen/Qwen2.5-7B}. */
    private static String owner(ModelSpec model) {
        return model.name().split("/", 2)[0];
    }
}
