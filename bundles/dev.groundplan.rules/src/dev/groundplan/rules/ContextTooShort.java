package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Long requests that, with all that is added to them, are longer than the model reads. */
public final class ContextTooShort implements Rule {
    /** What a long request is made of, and as much of a usual one. */
    private record Part(String what, double tokens, double usual) {}

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        List<Part> parts = parts(plan);
        double needed = parts.stream().mapToDouble(Part::tokens).sum();
        Stream<Finding> models =
                ModelMention.chosen(plan)
                        .flatMap(
                                mention ->
                                        context(mention.model()).stream()
                                                .filter(context -> needed > context.value())
                                                .map(
                                                        context ->
                                                                weighed(
                                                                        model(
                                                                                mention, context,
                                                                                needed, parts,
                                                                                plan),
                                                                        parts,
                                                                        context)));
        Stream<Finding> engines =
                plan.servings().stream()
                        .flatMap(
                                serving ->
                                        serving.context().stream()
                                                .filter(stated -> stated.isWritten())
                                                .filter(stated -> needed > stated.value().value())
                                                .map(
                                                        stated ->
                                                                weighed(
                                                                        engine(
                                                                                serving, stated,
                                                                                needed, parts),
                                                                        parts,
                                                                        stated.value())));
        return Stream.concat(models, engines);
    }

    /** Only what the file itself says: an assumed length is no reason for an error. */
    private static List<Part> parts(Plan plan) {
        List<Part> parts = new ArrayList<>();
        if (plan.scope().workloads().stream().noneMatch(w -> w.input().isPresent())) {
            return parts;
        }
        parts.add(part("a long input", plan, Workload::input));
        parts.add(part("a long answer", plan, Workload::output));
        double prompt =
                plan.stages(PromptStage.class).stream()
                        .flatMap(stage -> stage.tokens().stream())
                        .mapToDouble(tokens -> tokens.value().likely().value())
                        .max()
                        .orElse(0);
        parts.add(new Part("the prompt", prompt, prompt));
        double passages =
                plan.augmentation().steps(Retrieval.class).stream()
                        .filter(step -> step.top().isPresent() && step.chunk().isPresent())
                        .mapToDouble(
                                step ->
                                        step.top().get().value().value()
                                                * step.chunk().get().value().value())
                        .sum();
        parts.add(new Part("retrieved passages", passages, passages));
        parts.removeIf(part -> part.tokens() == 0);
        return parts;
    }

    private static Part part(
            String what,
            Plan plan,
            Function<Workload, Optional<Stated<Distribution<Tokens>>>> which) {
        return new Part(
                what,
                longest(plan, which, Distribution::p90),
                longest(plan, which, Distribution::median));
    }

    private static double longest(
            Plan plan,
            Function<Workload, Optional<Stated<Distribution<Tokens>>>> which,
            Function<Distribution<Tokens>, Tokens> percentile) {
        return plan.scope().workloads().stream()
                .flatMap(workload -> which.apply(workload).stream())
                .mapToDouble(stated -> percentile.apply(stated.value()).value())
                .max()
                .orElse(0);
    }

    /** Where usual requests fit and long ones do not, it is a risk. */
    private static Finding weighed(Finding finding, List<Part> parts, Tokens limit) {
        double usual = parts.stream().mapToDouble(Part::usual).sum();
        return usual > limit.value() ? finding : finding.with(Severity.WARNING);
    }

    private static Optional<Tokens> context(Servable model) {
        return switch (model) {
            case ModelSpec spec -> spec.architecture().map(a -> new Tokens(a.value().context()));
            case EndpointSpec endpoint -> endpoint.context();
            case PretrainStage own -> own.architecture().map(a -> new Tokens(a.value().context()));
        };
    }

    private Finding model(
            ModelMention mention, Tokens context, double needed, List<Part> parts, Plan plan) {
        return finding(
                mention.range(),
                mention.subject(),
                message(
                        ".model",
                        mention.model().name() + " reads at most " + context,
                        "Take a model that reads more, or shorten the parts.",
                        needed,
                        parts),
                longer(mention, needed, plan).stream().map(mention::use).toList());
    }

    private static List<? extends Servable> longer(ModelMention mention, double needed, Plan plan) {
        return switch (mention.model()) {
            case ModelSpec spec -> OtherModels.like(spec, plan, other -> reads(other, needed));
            case EndpointSpec endpoint ->
                    OtherModels.like(endpoint, plan, other -> reads(other, needed));
            case PretrainStage own -> List.of();
        };
    }

    private static boolean reads(Servable model, double needed) {
        return context(model).filter(context -> context.value() >= needed).isPresent();
    }

    private Finding engine(
            Serving serving, Stated<Tokens> admitted, double needed, List<Part> parts) {
        return finding(
                admitted.range(),
                serving.id(),
                message(
                        ".engine",
                        "the engine admits " + admitted.value(),
                        "Admit longer requests, or shorten the parts.",
                        needed,
                        parts),
                List.of(
                        Fix.of(
                                "Admit " + new Tokens(rounded(needed)),
                                new Change.Set(
                                        serving.id().child("engine"),
                                        "context",
                                        Written.tokens(new Tokens(rounded(needed)))))));
    }

    /** Engines are given multiples of 1,024. */
    private static double rounded(double tokens) {
        return Math.ceil(tokens / 1024) * 1024;
    }

    private Message message(
            String kind, String limit, String advice, double needed, List<Part> parts) {
        return Message.of(
                name() + kind,
                "A long request is {needed} ({parts}); {limit}. {advice}",
                "needed",
                new Tokens(needed).toString(),
                "parts",
                Wording.allOf(
                        parts.stream()
                                .map(part -> part.what() + " " + new Tokens(part.tokens()))
                                .toList()),
                "limit",
                limit,
                "advice",
                advice);
    }
}
