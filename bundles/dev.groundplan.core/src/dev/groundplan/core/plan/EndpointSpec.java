package dev.groundplan.core.plan;

import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A hosted model, paid by the token. */
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
        Source source)
        implements Servable {}
