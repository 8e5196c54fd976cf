package dev.groundplan.core.plan;

import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a role costs.
 *
 * @param tariff where the rate changes on known days; {@link #on} picks one
 */
public record RoleRate(
        String role,
        Uncertain<PricePerDay> perDay,
        Origin origin,
        Optional<Tariff<PricePerDay>> tariff) {

    /** One that does not change. */
    public RoleRate(String role, Uncertain<PricePerDay> perDay, Origin origin) {
        this(role, perDay, origin, Optional.empty());
    }

    /** As it is on a day; empty when no rate holds then. */
    Optional<RoleRate> on(LocalDate day) {
        return tariff.isEmpty()
                ? Optional.of(this)
                : tariff.get()
                        .on(day)
                        .map(rate -> new RoleRate(role, rate.value(), rate.origin(), tariff));
    }
}
