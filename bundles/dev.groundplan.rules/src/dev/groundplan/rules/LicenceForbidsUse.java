package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Commercial;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.plan.Use;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ParameterFormula;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model whose licence does not permit what the project wants to do with it. */
public final class LicenceForbidsUse implements Rule {
    /** More alternatives than this are no choice but a catalogue. */
    private static final int MOST_OFFERED = 3;

    /** A place where a model is named, and the property that names it. */
    private record Mention(SubjectId subject, String property, SourceRange range, Servable model) {}

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return mentions(plan)
                .flatMap(
                        mention ->
                                licence(mention.model()).stream()
                                        .flatMap(
                                                terms ->
                                                        objection(terms, plan.scope(), mention)
                                                                .stream())
                                        .map(message -> finding(mention, message, plan)));
    }

    /** The chosen models, and those that a tuning names beside them. */
    private static Stream<Mention> mentions(Plan plan) {
        Stream<Mention> choices =
                plan.models().stream()
                        .flatMap(
                                choice ->
                                        choice.model().stream()
                                                .map(
                                                        model ->
                                                                new Mention(
                                                                        choice.id(),
                                                                        "existing",
                                                                        model.range(),
                                                                        model.value())));
        List<Servable> chosen =
                plan.models().stream()
                        .flatMap(choice -> choice.model().stream())
                        .map(Stated::value)
                        .toList();
        Stream<Mention> bases =
                plan.stages(TuningStage.class).stream()
                        .flatMap(
                                stage ->
                                        stage.base().stream()
                                                .filter(base -> !chosen.contains(base))
                                                .map(
                                                        base ->
                                                                new Mention(
                                                                        stage.id(),
                                                                        "base",
                                                                        stage.range(),
                                                                        base)));
        return Stream.concat(choices, bases);
    }

    private static Optional<LicenceTerms> licence(Servable model) {
        return switch (model) {
            case ModelSpec spec -> spec.licence();
            case EndpointSpec endpoint -> endpoint.licence();
            case PretrainStage own -> Optional.empty();
        };
    }

    /** What stands against it, when something does. */
    private Optional<Message> objection(LicenceTerms terms, Scope scope, Mention mention) {
        String licence = terms.label().orElse(terms.name());
        if (forbidsCommercial(terms, scope)) {
            return Optional.of(
                    Message.of(
                            name() + ".commercial",
                            "The licence of {model} ({licence}) does not permit commercial use; the"
                                    + " project is for commercial use.",
                            "model",
                            mention.model().name(),
                            "licence",
                            licence));
        }
        return tooManyUsers(terms, scope)
                .map(
                        users ->
                                Message.of(
                                        name() + ".users",
                                        "The licence of {model} ({licence}) needs the owner's"
                                                + " separate consent from {limit} users on; the project"
                                                + " expects {users}.",
                                        "model",
                                        mention.model().name(),
                                        "licence",
                                        licence,
                                        "limit",
                                        terms.usersBelow().orElseThrow().toString(),
                                        "users",
                                        users.toString()));
    }

    private static boolean forbidsCommercial(LicenceTerms terms, Scope scope) {
        return terms.commercial() == Commercial.NO && isFor(Use.COMMERCIAL, scope);
    }

    private static Optional<Count> tooManyUsers(LicenceTerms terms, Scope scope) {
        return scope.users()
                .map(Stated::value)
                .map(Uncertain::likely)
                .filter(users -> !isFor(Use.RESEARCH, scope))
                .filter(
                        users ->
                                terms.usersBelow()
                                        .filter(limit -> users.compareTo(limit) >= 0)
                                        .isPresent());
    }

    private static boolean isFor(Use use, Scope scope) {
        return scope.constraints().use().filter(stated -> stated.value() == use).isPresent();
    }

    private Finding finding(Mention mention, Message message, Plan plan) {
        List<Fix> fixes =
                alternatives(mention.model(), plan).stream()
                        .map(model -> replacing(mention, model))
                        .toList();
        return finding(mention.range(), mention.subject(), message, fixes);
    }

    private static Fix replacing(Mention mention, ModelSpec model) {
        Fix fix =
                Fix.of(
                        "Use " + model.name(),
                        new Change.Set(mention.subject(), mention.property(), model.name()));
        LicenceTerms terms = model.licence().orElseThrow();
        fix = fix.bringing("licence", terms.label().orElse(terms.name()));
        Optional<Parameters> size = size(model);
        return size.isPresent() ? fix.bringing("size", size.get().toString()) : fix;
    }

    /** Models of the catalogue that may be used, speak the languages, and are nearest in size. */
    private static List<ModelSpec> alternatives(Servable model, Plan plan) {
        if (!(model instanceof ModelSpec spec) || size(spec).isEmpty()) {
            return List.of();
        }
        double wanted = size(spec).get().value();
        return plan.catalogue().models().values().stream()
                .filter(other -> other.kind().equals(spec.kind()))
                .filter(other -> other.tuned().isPresent() == spec.tuned().isPresent())
                .filter(other -> isPermitted(other, plan.scope()))
                .filter(other -> other.languages().containsAll(plan.scope().languages()))
                .filter(other -> size(other).isPresent())
                .sorted(
                        Comparator.comparingDouble(
                                        (ModelSpec other) ->
                                                distance(size(other).get().value(), wanted))
                                .thenComparing(ModelSpec::name))
                .limit(MOST_OFFERED)
                .toList();
    }

    private static boolean isPermitted(ModelSpec model, Scope scope) {
        return model.licence()
                .filter(terms -> !forbidsCommercial(terms, scope))
                .filter(terms -> tooManyUsers(terms, scope).isEmpty())
                .isPresent();
    }

    private static Optional<Parameters> size(ModelSpec model) {
        return model.published()
                .map(Stated::value)
                .or(() -> model.architecture().map(a -> ParameterFormula.of(a.value()).total()));
    }

    /** In orders of magnitude: 7B is as far from 14B as from 3.5B. */
    private static double distance(double size, double wanted) {
        return Math.abs(Math.log(size / wanted));
    }
}
