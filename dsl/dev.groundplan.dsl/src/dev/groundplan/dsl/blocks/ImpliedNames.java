package dev.groundplan.dsl.blocks;

import dev.groundplan.dsl.model.Deployment;
import dev.groundplan.dsl.model.Distil;
import dev.groundplan.dsl.model.ModelChoice;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Prune;
import dev.groundplan.dsl.model.Quantise;
import java.util.Optional;

/** Words by which blocks can be named that need no name of their own. */
public final class ImpliedNames {
    private ImpliedNames() {}

    /** Such as {@code quantise}; empty for what is only known by its own name. */
    public static Optional<String> of(Named named) {
        return switch (named) {
            case Distil distil -> Optional.of("distil");
            case Prune prune -> Optional.of("prune");
            case Quantise quantise -> Optional.of("quantise");
            case Deployment deployment when !deployment.isRemoved() -> Optional.of("serve");
            case ModelChoice choice -> Optional.of("model");
            default -> Optional.empty();
        };
    }
}
