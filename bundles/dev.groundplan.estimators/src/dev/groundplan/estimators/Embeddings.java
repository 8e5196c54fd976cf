package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import java.util.Optional;

/** What embeds the passages of a retrieval, and on what. */
final class Embeddings {
    /** Small enough for any model that embeds, and sold everywhere. */
    private static final String USUAL = "L4";

    private Embeddings() {}

    static Optional<ModelSpec> model(Retrieval retrieval) {
        return retrieval.embedding().filter(ModelSpec.class::isInstance).map(ModelSpec.class::cast);
    }

    static Optional<Stated<Count>> dimensions(Retrieval retrieval) {
        return model(retrieval)
                .flatMap(
                        model ->
                                model.dimensions()
                                        .map(
                                                d ->
                                                        new Stated<>(
                                                                d,
                                                                new Origin.FromCatalogue(
                                                                        model.name(),
                                                                        model.source(),
                                                                        model.range()))));
    }

    /** The first that the project serves on, else a small one. */
    static Optional<AcceleratorSpec> accelerator(Facts facts) {
        return facts.plan().servings().stream()
                .map(Serving::hardware)
                .flatMap(Optional::stream)
                .map(Hardware::accelerator)
                .findFirst()
                .or(() -> Optional.ofNullable(facts.catalogue().accelerators().get(USUAL)));
    }
}
