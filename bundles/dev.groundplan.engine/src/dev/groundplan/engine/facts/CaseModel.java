package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.units.Parameters;
import java.util.Optional;

/**
 * The model of a case.
 *
 * @param architecture as published, or the usual one of a decoder of this size
 * @param shaped whether the architecture is published: else estimates are wider
 * @param said whether the source gives a shape, a name or a size at all
 * @param total all weights
 * @param active weights that a token passes; of a dense model all
 * @param known the catalogue's entry that the source names
 */
record CaseModel(
        Architecture architecture,
        boolean shaped,
        boolean said,
        Parameters total,
        Parameters active,
        Optional<ModelSpec> known) {}
