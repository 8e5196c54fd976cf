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
import java.util.Map;
import java.util.Optional;

/**
 * A hosted model, paid by the token.
 *
 * @param batchDiscount off the price when nobody waits
 * @param modalities what it reads
 * @param limit most requests that are served
 * @param retires its last day
 * @param tariffs those of the prices that change on known days, by the words {@code input}, {@code
 *     cached-input} and {@code output}; {@link #on} picks one
 */
public record EndpointSpec(
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Uncertain<PricePerMillionTokens>>> input,
        Optional<Stated<Uncertain<PricePerMillionTokens>>> cachedInput,
        Optional<Stated<Uncertain<PricePerMillionTokens>>> output,
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
        Source source,
        Map<String, Tariff<PricePerMillionTokens>> tariffs)
        implements Servable {

    /** With the prices of a day in place of those of another. */
    EndpointSpec on(LocalDate day) {
        return tariffs.isEmpty()
                ? this
                : new EndpointSpec(
                        name,
                        label,
                        range,
                        then("input", input, day),
                        then("cached-input", cachedInput, day),
                        then("output", output, day),
                        context,
                        residency,
                        languages,
                        cutoff,
                        licence,
                        firstToken,
                        perToken,
                        batchDiscount,
                        modalities,
                        limit,
                        retires,
                        source,
                        tariffs);
    }

    private Optional<Stated<Uncertain<PricePerMillionTokens>>> then(
            String word, Optional<Stated<Uncertain<PricePerMillionTokens>>> usual, LocalDate day) {
        return tariffs.containsKey(word) ? tariffs.get(word).on(day) : usual;
    }
}
