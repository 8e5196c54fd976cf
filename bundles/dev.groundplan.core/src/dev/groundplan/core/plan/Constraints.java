package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * What the project must keep to.
 *
 * @param residency regions in which data may be
 * @param data kinds of data handled, such as personal
 */
public record Constraints(
        SourceRange range,
        List<Stated<String>> residency,
        List<Stated<String>> data,
        Optional<Stated<Use>> use,
        Optional<Stated<Hosting>> hosting) {
    public static final Constraints NONE =
            new Constraints(
                    SourceRange.NOWHERE, List.of(), List.of(), Optional.empty(), Optional.empty());
}
