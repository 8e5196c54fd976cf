package dev.groundplan.core.plan;

import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Uncertain;

/** What a role costs. */
public record RoleRate(String role, Uncertain<PricePerDay> perDay, Origin origin) {}
