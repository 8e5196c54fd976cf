package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.estimators.RunningCostEstimation;
import dev.groundplan.estimators.ServingCapacityEstimation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Replicas that are always there, of which even the peak takes a few. */
public final class OverProvisioned implements Rule {
    /** One serves while the other is replaced. */
    private static final Count REDUNDANT = Count.of(2);

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        // without requests there is no peak but a guess
        boolean isLoaded =
                facts.plan().scope().workloads().stream().anyMatch(w -> w.requests().isPresent());
        return facts.plan().servings().stream()
                .filter(serving -> isLoaded)
                .flatMap(serving -> finding(serving, facts).stream());
    }

    private Optional<Finding> finding(Serving serving, Facts facts) {
        return serving.replicas()
                .filter(Stated::isWritten)
                .filter(r -> r.value().least().compareTo(REDUNDANT) > 0)
                .flatMap(
                        r ->
                                needed(serving, facts)
                                        .filter(n -> isFarBelow(n, r.value(), facts))
                                        .map(n -> finding(serving, r, n, facts)));
    }

    /**
     * At the unfavourable end, and when the load has grown; empty when the estimate knows nothing.
     */
    private static Optional<Count> needed(Serving serving, Facts facts) {
        return facts.get(ServingCapacityEstimation.class, serving.withoutBounds())
                .map(
                        capacity ->
                                capacity.later()
                                        .map(later -> later.value().high())
                                        .orElse(capacity.replicas().value().high())
                                        .max(capacity.replicas().value().high()));
    }

    private static boolean isFarBelow(Count needed, Bounds<Count> bounds, Facts facts) {
        Count times = facts.prior("practice.over-provisioned", Dimension.COUNT).likely();
        return bounds.least().value() > needed.value() * times.value();
    }

    private Finding finding(
            Serving serving, Stated<Bounds<Count>> replicas, Count needed, Facts facts) {
        Bounds<Count> bounds = replicas.value();
        Bounds<Count> enough =
                bounds.isExact()
                        ? Bounds.exactly(needed.max(REDUNDANT))
                        : Bounds.between(needed.max(REDUNDANT), bounds.most());
        Optional<PricePerMonth> now = cost(serving, facts);
        Optional<PricePerMonth> then = cost(serving.with(enough), facts);
        String saved =
                now.isPresent() && then.isPresent()
                        ? ", for " + now.get() + " in place of " + then.get()
                        : "";
        String value =
                enough.isExact()
                        ? Written.count(enough.least().value())
                        : Written.count(enough.least().value())
                                + ".."
                                + Written.count(enough.most().value());
        Fix fix =
                Fix.of(
                        "Keep " + enough.least() + " replicas",
                        new Change.Set(serving.id(), "replicas", value));
        return finding(
                replicas.range(),
                serving.id(),
                Message.of(
                        name(),
                        "{least} replicas are always there{saved}; the peak takes {needed} at most,"
                                + " and {enough} would do.",
                        "least",
                        bounds.least().toString(),
                        "saved",
                        saved,
                        "needed",
                        needed.toString(),
                        "enough",
                        enough.least().toString()),
                List.of(then.map(c -> fix.bringing("cost", c.toString())).orElse(fix)));
    }

    private static Optional<PricePerMonth> cost(Serving serving, Facts facts) {
        return facts.get(RunningCostEstimation.class, serving)
                .map(cost -> cost.month().value().likely());
    }
}
