package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.ModelSpec;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** The model of the catalogue that is nearest in size, in orders of magnitude. */
final class NearestModel {
    private NearestModel() {}

    /**
     * @param parameters wanted
     * @param also what must hold of it besides a published size
     */
    static Optional<ModelSpec> to(double parameters, Predicate<ModelSpec> also, Facts facts) {
        return facts.catalogue().models().values().stream()
                .filter(model -> model.published().isPresent() && model.kind().isEmpty())
                .filter(also)
                .min(
                        Comparator.comparingDouble((ModelSpec model) -> distance(model, parameters))
                                .thenComparing(ModelSpec::name));
    }

    private static double distance(ModelSpec model, double parameters) {
        double published = model.published().orElseThrow().value().value();
        return Math.abs(StrictMath.log(published / parameters));
    }
}
