package dev.groundplan.core.plan;

import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * A constant or usual figure that estimators use where the file says nothing.
 *
 * @param origin the catalogue entry, or the assumption in the file that overrides it
 */
public record Prior(
        String name,
        Optional<String> label,
        Uncertain<?> value,
        Optional<String> because,
        Origin origin) {}
