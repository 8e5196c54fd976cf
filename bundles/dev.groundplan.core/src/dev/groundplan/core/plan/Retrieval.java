package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Passages found and shown to the model.
 *
 * @param corpus what is searched
 * @param chunk length of a passage
 * @param overlap tokens that neighbours share
 * @param top passages shown
 * @param store where vectors are kept
 */
public record Retrieval(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        List<Dataset> corpus,
        Optional<Stated<Tokens>> chunk,
        Optional<Stated<Tokens>> overlap,
        Optional<Stated<Count>> top,
        Optional<Stated<Access>> access,
        Optional<Servable> embedding,
        Optional<Stated<Index>> index,
        Optional<String> store,
        Optional<Servable> rerank)
        implements AugmentationStep {
    /** Who may see which passage. */
    public enum Access {
        BY_USER,
        BY_GROUP,
        OPEN
    }

    /** Kind of vector index. */
    public enum Index {
        FLAT,
        HNSW,
        IVF_PQ,
        SQ8,
        BINARY
    }
}
