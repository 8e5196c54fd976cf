package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ReasoningStep;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.TokensPerItem;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A price by the token that is only part of what is paid, or more than it. */
public final class TokenPriceIncomplete implements Rule {
    /** Words in the names of hosted models that think before they answer. */
    private static final List<String> THINKING = List.of("reason", "thinking", "deepseek-r1");

    private static final String NOT_THINKING = "non-reason";

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        List<EndpointSpec> paid =
                ModelMention.chosen(plan)
                        .map(ModelMention::model)
                        .filter(EndpointSpec.class::isInstance)
                        .map(EndpointSpec.class::cast)
                        .toList();
        return plan.scope().workloads().stream()
                .filter(workload -> workload.requests().isPresent())
                .flatMap(
                        workload ->
                                paid.stream()
                                        .flatMap(
                                                endpoint ->
                                                        Stream.concat(
                                                                cached(workload, endpoint, facts),
                                                                hidden(workload, endpoint, facts))))
                .distinct();
    }

    private Stream<Finding> cached(Workload workload, EndpointSpec endpoint, Facts facts) {
        if (workload.cached().isPresent()
                || endpoint.cachedInput().isEmpty()
                || endpoint.input().isEmpty()) {
            return Stream.empty();
        }
        Ratio usual = facts.prior("workload.cached", Dimension.RATIO).likely();
        return Stream.of(
                finding(
                        workload.range(),
                        workload.id(),
                        Message.of(
                                name() + ".cached",
                                "{model} takes {cached} for input that it has seen before and"
                                        + " {input} for other, and the workload does not say how"
                                        + " much is the former: {usual} is counted. Say what part"
                                        + " of a request is the same each time.",
                                "model",
                                endpoint.name(),
                                "cached",
                                price(endpoint.cachedInput()),
                                "input",
                                price(endpoint.input()),
                                "usual",
                                usual.toString()),
                        List.of(
                                Fix.of(
                                        "Count " + usual + " on purpose",
                                        new Change.Set(
                                                workload.id(), "cached", usual.toString())))));
    }

    private static String price(Optional<Stated<Uncertain<PricePerMillionTokens>>> stated) {
        return stated.orElseThrow().value().likely().toString();
    }

    private Stream<Finding> hidden(Workload workload, EndpointSpec endpoint, Facts facts) {
        String model = endpoint.name().toLowerCase(Locale.ROOT);
        boolean isSaid =
                workload.reasoning().isPresent()
                        || !facts.plan().augmentation().steps(ReasoningStep.class).isEmpty();
        if (isSaid
                || model.contains(NOT_THINKING)
                || THINKING.stream().noneMatch(model::contains)) {
            return Stream.empty();
        }
        Uncertain<TokensPerItem> usual = facts.prior("reasoning.hidden", Dimension.TOKENS_PER_ITEM);
        String tokens =
                Stream.of(usual.low(), usual.likely(), usual.high())
                                .map(t -> Written.count(t.value()))
                                .collect(Collectors.joining(".."))
                        + " tokens";
        return Stream.of(
                finding(
                        workload.range(),
                        workload.id(),
                        Message.of(
                                name() + ".reasoning",
                                "{model} thinks before it answers, and is paid {output} for what it"
                                        + " thinks; the workload counts only what is read. Usual"
                                        + " are {tokens} a request.",
                                "model",
                                endpoint.name(),
                                "output",
                                endpoint.output().isPresent()
                                        ? price(endpoint.output())
                                        : "like output",
                                "tokens",
                                tokens),
                        List.of(
                                Fix.of(
                                        "Count " + tokens + " of reasoning",
                                        new Change.Set(workload.id(), "reasoning", tokens)))));
    }
}
