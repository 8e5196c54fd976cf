package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place where a model is named.
 *
 * @param property that names it
 */
record ModelMention(SubjectId subject, String property, SourceRange range, Servable model) {

    /** The chosen models, and those that a tuning names beside them. */
    static Stream<ModelMention> answering(Plan plan) {
        List<Servable> chosen =
                plan.models().stream()
                        .flatMap(choice -> choice.model().stream())
                        .map(Stated::value)
                        .toList();
        Stream<ModelMention> bases =
                plan.stages(TuningStage.class).stream()
                        .flatMap(
                                stage ->
                                        of(stage.id(), "base", stage.range(), stage.base())
                                                .filter(m -> !chosen.contains(m.model())));
        return Stream.concat(chosen(plan), bases);
    }

    /** The models that the project chose. */
    static Stream<ModelMention> chosen(Plan plan) {
        return plan.models().stream()
                .flatMap(
                        choice ->
                                choice.model().stream()
                                        .map(
                                                model ->
                                                        new ModelMention(
                                                                choice.id(),
                                                                "existing",
                                                                model.range(),
                                                                model.value())));
    }

    /** Every model that sees what users write or what the documents say. */
    static Stream<ModelMention> seeing(Plan plan) {
        Stream<ModelMention> fallbacks =
                plan.models().stream()
                        .flatMap(c -> of(c.id(), "fallback", c.range(), c.fallback()));
        Stream<ModelMention> guards =
                plan.augmentation().steps(Guard.class).stream()
                        .flatMap(g -> of(g.id(), "model", g.range(), g.model()));
        Stream<ModelMention> retrievals =
                plan.augmentation().steps(Retrieval.class).stream()
                        .flatMap(
                                r ->
                                        Stream.concat(
                                                of(r.id(), "embedding", r.range(), r.embedding()),
                                                of(r.id(), "rerank", r.range(), r.rerank())));
        return Stream.of(chosen(plan), fallbacks, guards, retrievals).flatMap(s -> s);
    }

    /** Models that others are made into. */
    static Stream<ModelMention> made(Plan plan) {
        return plan.stages(CompressionStage.class).stream()
                .flatMap(stage -> of(stage.id(), "into", stage.range(), stage.into()));
    }

    private static Stream<ModelMention> of(
            SubjectId subject, String property, SourceRange range, Optional<Servable> model) {
        return model.stream().map(named -> new ModelMention(subject, property, range, named));
    }

    /** The same place naming another model. */
    Fix use(Servable other) {
        Fix fix = Fix.of("Use " + other.name(), new Change.Set(subject, property, other.name()));
        Optional<LicenceTerms> terms = OtherModels.licence(other);
        if (terms.isPresent()) {
            fix = fix.bringing("licence", terms.get().label().orElse(terms.get().name()));
        }
        Optional<Parameters> size =
                other instanceof ModelSpec spec ? OtherModels.size(spec) : Optional.empty();
        return size.isPresent() ? fix.bringing("size", size.get().toString()) : fix;
    }
}
