package dev.groundplan.core.plan;

import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A price agreed for a time.
 *
 * @param covers names of accelerators and endpoints
 * @param until its last day
 * @param minimum what is paid at least
 * @param discount off the price
 */
public record Contract(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> covers,
        Optional<Stated<LocalDate>> until,
        Optional<Stated<PricePerMonth>> minimum,
        Optional<Stated<Ratio>> discount)
        implements Subject {}
