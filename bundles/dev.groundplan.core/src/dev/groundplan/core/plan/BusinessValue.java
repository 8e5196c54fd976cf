package dev.groundplan.core.plan;

import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * What the application is worth.
 *
 * @param transaction what it handles, such as a ticket
 * @param volume transactions that there are
 * @param share of them that it handles alone
 * @param saves for each one handled
 */
public record BusinessValue(
        SourceRange range,
        Optional<String> transaction,
        Optional<Stated<Uncertain<RequestRate>>> volume,
        Optional<Stated<Uncertain<Ratio>>> share,
        Optional<Stated<Uncertain<Money>>> saves) {}
