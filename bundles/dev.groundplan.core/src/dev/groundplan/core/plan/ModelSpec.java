package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A model of the catalogue or of the user's own files, variants already resolved.
 *
 * @param published the parameter count that the vendor gives
 * @param nominal whether the published count is a round name such as 7B
 * @param active parameters that one token passes, where published
 * @param cutoff last month of the training data
 * @param dimensions width of an embedding
 * @param modalities what it reads
 * @param kind embedding, reranker or guard; empty for a language model
 */
public record ModelSpec(
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Parameters>> published,
        boolean nominal,
        Optional<Stated<Parameters>> active,
        Optional<Stated<Architecture>> architecture,
        Optional<LicenceTerms> licence,
        List<String> languages,
        Optional<YearMonth> cutoff,
        Optional<Stated<Tokens>> trained,
        Optional<String> kind,
        Optional<String> tuned,
        Optional<String> variantOf,
        Optional<Count> dimensions,
        List<String> modalities,
        Source source)
        implements Servable {}
