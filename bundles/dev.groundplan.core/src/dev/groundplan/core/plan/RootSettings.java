package dev.groundplan.core.plan;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * What {@code .groundplan} sets for every file under its root.
 *
 * @param edition of the language, a whole number
 * @param confidence the percentile at which caps hold where a project names none
 * @param catalogue where the organisation's declarations lie, as written
 * @param priors constants in place of the catalogue's
 */
public record RootSettings(
        Optional<Stated<Integer>> edition,
        Optional<Stated<CurrencyCode>> currency,
        Optional<Stated<Ratio>> confidence,
        Optional<Stated<String>> catalogue,
        List<SeverityChange> severities,
        List<Assumption> priors) {
    /** Where no file sets anything. */
    public static final RootSettings NONE =
            new RootSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());

    public RootSettings {
        severities = List.copyOf(severities);
        priors = List.copyOf(priors);
    }
}
