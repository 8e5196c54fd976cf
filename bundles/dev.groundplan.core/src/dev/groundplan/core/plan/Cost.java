package dev.groundplan.core.plan;

import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * A cost that no other block tells, either once or each month.
 *
 * @param from the step with which it begins
 */
public record Cost(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Uncertain<Money>>> once,
        Optional<Stated<Uncertain<PricePerMonth>>> monthly,
        Optional<String> from)
        implements Subject {}
