package dev.groundplan.rules;

import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stated;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a usual retrieval is made of. */
final class Retrievals {
    /** Fast at any size that fits into memory, and what stores offer first. */
    static final String INDEX = "hnsw";

    /** Nobody finds what his group may not read. */
    static final String ACCESS = "by-group";

    private Retrievals() {}

    /** A retrieval over that dataset with nothing left to say. */
    static String block(String name, String corpus, Plan plan) {
        return "retrieval "
                + name
                + " { corpus "
                + corpus
                + embedding(plan).map(model -> "  embedding " + model.name()).orElse("")
                + "  index "
                + INDEX
                + "  access "
                + ACCESS
                + " }";
    }

    /**
     * One of the catalogue for any language; where there is none, one for the project's. An entry
     * that names no language is for many.
     */
    static Optional<ModelSpec> embedding(Plan plan) {
        List<String> needed = Stated.values(plan.scope().languages());
        return plan.catalogue().models().values().stream()
                .filter(model -> model.kind().filter("embedding"::equals).isPresent())
                .max(
                        Comparator.comparing((ModelSpec model) -> model.languages().isEmpty())
                                .thenComparing(model -> model.languages().containsAll(needed))
                                .thenComparing(ModelSpec::name, Comparator.reverseOrder()));
    }
}
