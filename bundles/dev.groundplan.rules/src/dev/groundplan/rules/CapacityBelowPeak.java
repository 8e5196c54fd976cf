package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.RunningCostEstimation;
import dev.groundplan.estimators.ServingCapacityEstimation;
import dev.groundplan.estimators.ServingMemoryEstimation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fewer replicas allowed than the peak takes. */
public final class CapacityBelowPeak implements Rule {
    private static final int MOST_FIXES = 4;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().servings().stream()
                .filter(serving -> serving.replicas().filter(Stated::isWritten).isPresent())
                .flatMap(serving -> finding(serving, facts).stream());
    }

    private Optional<Finding> finding(Serving serving, Facts facts) {
        Bounds<Count> bounds = serving.replicas().orElseThrow().value();
        if (isBelow(serving, bounds, facts)) {
            return Optional.empty();
        }
        return needed(serving, facts)
                .filter(needed -> needed.likely().compareTo(bounds.most()) > 0)
                .map(needed -> finding(serving, bounds, needed, facts));
    }

    /** Fewer than allowed are planned: the bound held nothing back, and no variant is asked for. */
    private static boolean isBelow(Serving serving, Bounds<Count> bounds, Facts facts) {
        return facts.get(ServingCapacityEstimation.class, serving)
                .map(capacity -> capacity.replicas().value().likely())
                .filter(planned -> planned.compareTo(bounds.most()) < 0)
                .isPresent();
    }

    private static Optional<Uncertain<Count>> needed(Serving serving, Facts facts) {
        return facts.get(ServingCapacityEstimation.class, serving.withoutBounds())
                .map(capacity -> capacity.replicas().value());
    }

    private Finding finding(
            Serving serving, Bounds<Count> bounds, Uncertain<Count> needed, Facts facts) {
        Finding finding =
                finding(
                        serving.replicas().orElseThrow().range(),
                        serving.id(),
                        Message.of(
                                name(),
                                "The peak takes {needed} replicas ({low} to {high}){promised}; at"
                                        + " most {most} are allowed.",
                                "needed",
                                needed.likely().toString(),
                                "low",
                                needed.low().toString(),
                                "high",
                                needed.high().toString(),
                                "promised",
                                isPromised(facts) ? " within the service levels" : "",
                                "most",
                                bounds.most().toString()),
                        fixes(serving, bounds, needed, facts));
        // what may yet do is a risk, not an error
        return needed.low().compareTo(bounds.most()) > 0 ? finding : finding.with(Severity.WARNING);
    }

    private static boolean isPromised(Facts facts) {
        ServiceLevels service = facts.plan().scope().service();
        return service.firstToken().isPresent() || service.perToken().isPresent();
    }

    private static List<Fix> fixes(
            Serving serving, Bounds<Count> bounds, Uncertain<Count> needed, Facts facts) {
        List<Fix> fixes = new ArrayList<>();
        fixes.add(allowing(serving, bounds, needed.likely(), facts));
        facts.get(ServingMemoryEstimation.class, serving).stream()
                .flatMap(memory -> ServingVariants.of(serving, memory, facts).stream())
                .filter(variant -> isEnough(variant, bounds, facts))
                .sorted(Comparator.comparingDouble(variant -> cost(variant.serving(), facts)))
                .limit(MOST_FIXES - 1)
                .map(variant -> fix(variant, facts))
                .forEach(fixes::add);
        return fixes;
    }

    private static Fix allowing(Serving serving, Bounds<Count> bounds, Count needed, Facts facts) {
        Fix fix =
                Fix.of(
                        "Allow " + needed + " replicas",
                        new Change.Set(
                                serving.id(),
                                "replicas",
                                Written.count(bounds.least().value())
                                        + ".."
                                        + Written.count(needed.value())));
        return costing(fix, serving.withoutBounds(), facts);
    }

    private static boolean isEnough(ServingVariant variant, Bounds<Count> bounds, Facts facts) {
        return facts.get(ServingMemoryEstimation.class, variant.serving())
                        .filter(ServingMemoryEstimation::fits)
                        .isPresent()
                && needed(variant.serving(), facts)
                        .filter(count -> count.likely().compareTo(bounds.most()) <= 0)
                        .isPresent();
    }

    private static Fix fix(ServingVariant variant, Facts facts) {
        Fix fix = Fix.of(variant.title(), variant.changes().toArray(Change[]::new));
        return costing(fix, variant.serving(), facts);
    }

    private static Fix costing(Fix fix, Serving serving, Facts facts) {
        return facts.get(RunningCostEstimation.class, serving)
                .map(cost -> fix.bringing("cost", cost.month().value().likely().toString()))
                .orElse(fix);
    }

    private static double cost(Serving serving, Facts facts) {
        return facts.get(RunningCostEstimation.class, serving)
                .map(cost -> cost.month().value().likely().value())
                .orElse(Double.MAX_VALUE);
    }
}
