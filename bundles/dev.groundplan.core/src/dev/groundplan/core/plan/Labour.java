package dev.groundplan.core.plan;

import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * Work of people as the file gives it.
 *
 * @param amount working time, in all or for each item
 * @param by the role that does it, where the file names one
 */
public record Labour<Q extends Quantity<Q>>(
        Stated<Uncertain<Q>> amount, Optional<Stated<String>> by) {}
