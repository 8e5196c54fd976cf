package dev.groundplan.rules;

import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.estimators.ParameterFormula;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Models of the catalogue that could stand in for one that will not do. */
final class OtherModels {
    /** More alternatives than this are no choice but a catalogue. */
    private static final int MOST_OFFERED = 3;

    private OtherModels() {}

    /**
     * Open models that may be used, speak the project's languages and are nearest in size.
     *
     * @param wanted parameters
     * @param like whose kind and tuning they share
     * @param also what else must hold
     */
    static List<ModelSpec> nearest(
            Parameters wanted, Optional<ModelSpec> like, Plan plan, Predicate<ModelSpec> also) {
        boolean tuned = like.map(model -> model.tuned().isPresent()).orElse(true);
        Optional<String> kind = like.flatMap(ModelSpec::kind);
        List<String> languages = Stated.values(plan.scope().languages());
        return plan.catalogue().models().values().stream()
                .filter(other -> other.kind().equals(kind))
                .filter(other -> other.tuned().isPresent() == tuned)
                .filter(other -> isPermitted(other, plan.scope()))
                .filter(other -> other.languages().containsAll(languages))
                .filter(other -> size(other).isPresent())
                .filter(also)
                .sorted(
                        Comparator.comparingDouble(
                                        (ModelSpec other) ->
                                                distance(
                                                        size(other).orElseThrow().value(),
                                                        wanted.value()))
                                .thenComparing(ModelSpec::name))
                .limit(MOST_OFFERED)
                .toList();
    }

    /** The nearest to a model; none where its size is not known. */
    static List<ModelSpec> like(ModelSpec model, Plan plan, Predicate<ModelSpec> also) {
        return size(model)
                .map(size -> nearest(size, Optional.of(model), plan, also))
                .orElse(List.of());
    }

    /** The nearest to one that is to be trained; none where its shape is not known. */
    static List<ModelSpec> like(PretrainStage own, Plan plan) {
        return own.architecture()
                .map(shape -> ParameterFormula.of(shape.value()).total())
                .map(size -> nearest(size, Optional.empty(), plan, model -> true))
                .orElse(List.of());
    }

    /** Hosted models that keep data wherever this one does, cheapest output first. */
    static List<EndpointSpec> like(EndpointSpec now, Plan plan, Predicate<EndpointSpec> also) {
        return hosted(plan, also.and(other -> other.residency().containsAll(now.residency())));
    }

    /** Hosted models for which this holds, cheapest output first. */
    static List<EndpointSpec> hosted(Plan plan, Predicate<EndpointSpec> also) {
        Set<String> taken = Set.copyOf(chosen(plan));
        return plan.catalogue().endpoints().values().stream()
                .filter(endpoint -> !taken.contains(endpoint.name()))
                .filter(endpoint -> endpoint.output().isPresent())
                .filter(also)
                .sorted(
                        Comparator.comparingDouble(OtherModels::outputPrice)
                                .thenComparing(EndpointSpec::name))
                .limit(MOST_OFFERED)
                .toList();
    }

    private static double outputPrice(EndpointSpec endpoint) {
        return endpoint.output().orElseThrow().value().likely().value();
    }

    private static List<String> chosen(Plan plan) {
        return plan.models().stream()
                .flatMap(choice -> choice.model().stream())
                .map(model -> model.value().name())
                .toList();
    }

    /** As published, else as counted from the architecture. */
    static Optional<Parameters> size(ModelSpec model) {
        return model.published()
                .map(Stated::value)
                .or(() -> model.architecture().map(a -> ParameterFormula.of(a.value()).total()));
    }

    static Optional<LicenceTerms> licence(Servable model) {
        return switch (model) {
            case ModelSpec spec -> spec.licence();
            case EndpointSpec endpoint -> endpoint.licence();
            default -> Optional.empty();
        };
    }

    private static boolean isPermitted(ModelSpec model, Scope scope) {
        return model.licence()
                .filter(terms -> !LicenceForbidsUse.forbidsCommercial(terms, scope))
                .filter(terms -> LicenceForbidsUse.tooManyUsers(terms, scope).isEmpty())
                .isPresent();
    }

    /** In orders of magnitude: 7B is as far from 14B as from 3.5B. */
    private static double distance(double size, double wanted) {
        return Math.abs(Math.log(size / wanted));
    }
}
