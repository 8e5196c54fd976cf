package dev.groundplan.core.plan;

import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A hosted model, paid by the token.
 *
 * @param batchDiscount off the price when nobody waits
 * @param modalities what it reads
 * @param limit most requests that are served
 * @param retires its last day
 */
public record EndpointSpec(
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Uncertain<PricePerMillionTokens>> input,
        Optional<Uncertain<PricePerMillionTokens>> cachedInput,
        Optional<Uncertain<PricePerMillionTokens>> output,
        Optional<Tokens> context,
        List<String> residency,
        List<String> languages,
        Optional<YearMonth> cutoff,
        Optional<LicenceTerms> licence,
        Optional<Uncertain<Time>> firstToken,
        Optional<Uncertain<Time>> perToken,
        Optional<Ratio> batchDiscount,
        List<String> modalities,
        Optional<RequestRate> limit,
        Optional<LocalDate> retires,
        Source source)
        implements Servable {}
