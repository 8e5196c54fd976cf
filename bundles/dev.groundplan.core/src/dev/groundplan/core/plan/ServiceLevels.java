package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.Optional;

/** What users are promised, at the 95th percentile. */
public record ServiceLevels(
        SourceRange range,
        Optional<Stated<Time>> firstToken,
        Optional<Stated<Time>> perToken,
        Optional<Stated<Ratio>> availability) {
    public static final ServiceLevels NONE =
            new ServiceLevels(
                    SourceRange.NOWHERE, Optional.empty(), Optional.empty(), Optional.empty());
}
