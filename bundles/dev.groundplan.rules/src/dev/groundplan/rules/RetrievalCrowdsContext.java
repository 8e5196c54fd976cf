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
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Retrieved passages that leave little of the context for anything else. */
public final class RetrievalCrowdsContext implements Rule {
    /** What reads the passages: a model, or the engine that admits them. */
    private record Reader(String what, Tokens context) {}

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Ratio most = facts.prior("practice.most-retrieved", Dimension.RATIO).likely();
        Optional<Reader> reader =
                readers(plan)
                        .filter(r -> r.context().value() >= 1)
                        .min(Comparator.comparing(Reader::context));
        return reader.stream()
                .flatMap(
                        r ->
                                plan.augmentation().steps(Retrieval.class).stream()
                                        .filter(s -> s.top().isPresent() && s.chunk().isPresent())
                                        .filter(s -> Double.isFinite(shown(s)))
                                        .filter(s -> shown(s) > r.context().value() * most.value())
                                        .map(s -> finding(s, r, most)));
    }

    private static Stream<Reader> readers(Plan plan) {
        return Stream.concat(
                ModelMention.chosen(plan)
                        .flatMap(
                                mention ->
                                        context(mention.model()).stream()
                                                .map(c -> new Reader(mention.model().name(), c))),
                plan.servings().stream()
                        .flatMap(serving -> serving.context().stream())
                        .map(context -> new Reader("the engine", context.value())));
    }

    private static Optional<Tokens> context(Servable model) {
        return switch (model) {
            case ModelSpec spec -> spec.architecture().map(a -> new Tokens(a.value().context()));
            case EndpointSpec endpoint -> endpoint.context();
            case PretrainStage own -> own.architecture().map(a -> new Tokens(a.value().context()));
        };
    }

    private static double shown(Retrieval step) {
        return step.top().orElseThrow().value().value()
                * step.chunk().orElseThrow().value().value();
    }

    private Finding finding(Retrieval step, Reader reader, Ratio most) {
        Stated<Count> top = step.top().orElseThrow();
        Tokens chunk = step.chunk().orElseThrow().value();
        double room = reader.context().value() * most.value();
        long fitting = (long) Math.floor(room / chunk.value());
        return finding(
                top.range(),
                step.id(),
                Message.of(
                        name(),
                        "{top} passages of {chunk} are {shown}, {share} of the {context} that"
                                + " {reader} reads; prompt, question and answer have to do with the"
                                + " rest. Beyond {most} show fewer, or shorter ones.",
                        "top",
                        top.value().toString(),
                        "chunk",
                        chunk.toString(),
                        "shown",
                        new Tokens(shown(step)).toString(),
                        "share",
                        new Ratio(shown(step) / reader.context().value()).toString(),
                        "context",
                        reader.context().toString(),
                        "reader",
                        reader.what(),
                        "most",
                        most.toString()),
                fitting < 1
                        ? List.of()
                        : List.of(
                                Fix.of(
                                        "Show "
                                                + fitting
                                                + (fitting == 1 ? " passage" : " passages"),
                                        new Change.Set(step.id(), "top", Long.toString(fitting)))));
    }
}
