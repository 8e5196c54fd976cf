package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.RunningCostEstimation;
import dev.groundplan.estimators.ServingMemoryEstimation;
import dev.groundplan.estimators.ServingPerformanceEstimation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A promised latency against the estimated one.
 *
 * @param promised the service level
 * @param promise its property
 * @param estimated which latency is held against it
 * @param hosted what a provider is known to take
 */
record SlowAnswers(
        Stated<Time> promised,
        String promise,
        Function<ServingPerformanceEstimation, Estimate<Time>> estimated,
        Function<EndpointSpec, Optional<Uncertain<Time>>> hosted) {
    private static final int MOST_FIXES = 4;

    /** A latency that breaks the promise, and ways to keep it. */
    private record Broken(String what, Uncertain<Time> takes, List<Fix> fixes) {}

    /**
     * @param what takes that time, for the message
     */
    Stream<Finding> findings(Rule rule, String what, Facts facts) {
        return in(facts).map(broken -> finding(rule, what, broken, facts));
    }

    private Finding finding(Rule rule, String what, Broken broken, Facts facts) {
        Finding finding =
                rule.finding(
                        promised.range(),
                        facts.plan().id().child("scope").child("service"),
                        Message.of(
                                rule.name(),
                                "{model} takes {takes} for "
                                        + what
                                        + " ({low} to {high}); promised are {promised}.{remedy}",
                                "model",
                                broken.what(),
                                "takes",
                                broken.takes().likely().toString(),
                                "low",
                                broken.takes().low().toString(),
                                "high",
                                broken.takes().high().toString(),
                                "promised",
                                promised.value().toString(),
                                "remedy",
                                broken.fixes().isEmpty()
                                        ? " Nothing tried keeps the promise: a smaller model would."
                                        : ""),
                        broken.fixes());
        // what may yet hold is a risk, not an error
        return isCertain(broken.takes()) ? finding : finding.with(Severity.WARNING);
    }

    private Stream<Broken> in(Facts facts) {
        Stream<Broken> own =
                facts.plan().servings().stream().flatMap(s -> served(s, facts).stream());
        Stream<Broken> others =
                ModelMention.chosen(facts.plan())
                        .filter(mention -> mention.model() instanceof EndpointSpec)
                        .flatMap(mention -> endpoint(mention, facts.plan()).stream());
        return Stream.concat(own, others);
    }

    private Optional<Broken> served(Serving serving, Facts facts) {
        if (keepsWhenFull(serving, facts)) {
            return Optional.empty();
        }
        return latency(serving, facts)
                .filter(this::breaks)
                .map(
                        takes ->
                                new Broken(
                                        name(serving, facts)
                                                + serving.hardware()
                                                        .map(h -> " on " + Accelerated.written(h))
                                                        .orElse(""),
                                        takes,
                                        faster(serving, facts)));
    }

    /** A request alone is no slower: no variant has to be computed to know. */
    private boolean keepsWhenFull(Serving serving, Facts facts) {
        return facts.get(ServingPerformanceEstimation.class, serving)
                .map(speed -> estimated.apply(speed).value())
                .filter(takes -> !breaks(takes))
                .isPresent();
    }

    private boolean breaks(Uncertain<Time> takes) {
        return takes.likely().compareTo(promised.value()) > 0;
    }

    /** Whether even the favourable end of the interval breaks it. */
    private boolean isCertain(Uncertain<Time> takes) {
        return takes.low().compareTo(promised.value()) > 0;
    }

    /**
     * Of a request alone in its replica: more replicas help against the others, not against this.
     */
    private Optional<Uncertain<Time>> latency(Serving serving, Facts facts) {
        return facts.get(ServingPerformanceEstimation.class, serving.with(new Count(1)))
                .map(speed -> estimated.apply(speed).value());
    }

    private static String name(Serving serving, Facts facts) {
        return serving.model()
                .or(() -> facts.plan().model())
                .flatMap(choice -> choice.model())
                .map(model -> model.value().name())
                .orElse("the model");
    }

    /** What fits and keeps the promise, cheapest at the workload first. */
    private List<Fix> faster(Serving serving, Facts facts) {
        Optional<ServingMemoryEstimation> memory =
                facts.get(ServingMemoryEstimation.class, serving);
        if (memory.isEmpty()) {
            return List.of();
        }
        return ServingVariants.of(serving, memory.get(), facts).stream()
                .filter(variant -> fits(variant, facts))
                .filter(
                        variant ->
                                latency(variant.serving(), facts)
                                        .filter(takes -> !breaks(takes))
                                        .isPresent())
                .sorted(Comparator.comparingDouble(variant -> cost(variant, facts)))
                .limit(MOST_FIXES)
                .map(variant -> fix(variant, facts))
                .toList();
    }

    private static boolean fits(ServingVariant variant, Facts facts) {
        return facts.get(ServingMemoryEstimation.class, variant.serving())
                .filter(ServingMemoryEstimation::fits)
                .isPresent();
    }

    private static double cost(ServingVariant variant, Facts facts) {
        return facts.get(RunningCostEstimation.class, variant.serving())
                .map(cost -> cost.month().value().likely().value())
                .orElse(Double.MAX_VALUE);
    }

    private Fix fix(ServingVariant variant, Facts facts) {
        Change[] changes = variant.changes().toArray(Change[]::new);
        Fix fix =
                Fix.of(variant.title(), changes)
                        .bringing(
                                promise,
                                latency(variant.serving(), facts)
                                        .orElseThrow()
                                        .likely()
                                        .toString());
        return facts.get(RunningCostEstimation.class, variant.serving())
                .map(cost -> fix.bringing("cost", cost.month().value().likely().toString()))
                .orElse(fix);
    }

    private Optional<Broken> endpoint(ModelMention mention, Plan plan) {
        EndpointSpec endpoint = (EndpointSpec) mention.model();
        return hosted.apply(endpoint)
                .filter(this::breaks)
                .map(takes -> new Broken(endpoint.name(), takes, others(mention, endpoint, plan)));
    }

    private List<Fix> others(ModelMention mention, EndpointSpec endpoint, Plan plan) {
        return OtherModels.like(
                        endpoint,
                        plan,
                        other -> hosted.apply(other).filter(takes -> !breaks(takes)).isPresent())
                .stream()
                .map(mention::use)
                .toList();
    }
}
