package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** Passages, embedding and index of a retrieval. */
public final class RetrievalIndex implements Estimator<Retrieval, RetrievalEstimation> {
    static final String NAME = RetrievalIndex.class.getSimpleName();

    @Override
    public Class<Retrieval> subject() {
        return Retrieval.class;
    }

    @Override
    public Class<RetrievalEstimation> estimation() {
        return RetrievalEstimation.class;
    }

    @Override
    public Optional<RetrievalEstimation> estimate(Retrieval retrieval, Facts facts) {
        List<Stated<Uncertain<Tokens>>> corpus =
                retrieval.corpus().stream().map(Dataset::tokens).flatMap(Optional::stream).toList();
        if (corpus.isEmpty()) {
            return Optional.empty();
        }
        return chunks(retrieval, corpus, facts)
                .flatMap(
                        chunks ->
                                tokens(retrieval, chunks, facts)
                                        .flatMap(
                                                tokens ->
                                                        memory(retrieval, chunks, facts)
                                                                .map(
                                                                        memory ->
                                                                                new RetrievalEmbedding(
                                                                                                retrieval,
                                                                                                facts,
                                                                                                tokens)
                                                                                        .with(
                                                                                                chunks,
                                                                                                memory))));
    }

    static Keys keys(Retrieval retrieval) {
        return new Keys("retrieval", retrieval.name());
    }

    private static Optional<Estimate<Count>> chunks(
            Retrieval retrieval, List<Stated<Uncertain<Tokens>>> corpus, Facts facts) {
        Calculation c = new Calculation(NAME, "n = ΣT / (c − v)");
        List<Calculation.Term> texts =
                corpus.stream().map(t -> c.range("T", "tokens of a corpus", t)).toList();
        Calculation.Term chunk = chunk(c, retrieval, facts);
        Calculation.Term overlap =
                usual(
                        c,
                        "v",
                        "tokens that neighbours share",
                        retrieval.overlap(),
                        "retrieval.overlap",
                        Dimension.TOKENS,
                        facts);
        return c.of(
                keys(retrieval).key("chunks"),
                "Passages in the index",
                Count::new,
                () ->
                        texts.stream().mapToDouble(Calculation.Term::value).sum()
                                / Math.max(1, chunk.value() - overlap.value()));
    }

    private static Optional<Estimate<Tokens>> tokens(
            Retrieval retrieval, Estimate<Count> chunks, Facts facts) {
        Calculation c = new Calculation(NAME, "D = n·c");
        Calculation.Term n = c.result("n", chunks);
        Calculation.Term chunk = chunk(c, retrieval, facts);
        return c.of(
                keys(retrieval).key("tokens"),
                "Tokens embedded once",
                Tokens::new,
                () -> n.value() * chunk.value());
    }

    private static Optional<Estimate<Bytes>> memory(
            Retrieval retrieval, Estimate<Count> chunks, Facts facts) {
        Retrieval.Index kind = retrieval.index().map(Stated::value).orElse(Retrieval.Index.HNSW);
        Calculation c = new Calculation(NAME, "n·B·overhead, " + IndexBytes.formula(kind));
        Calculation.Term n = c.result("n", chunks);
        Calculation.Term dimensions =
                usual(
                        c,
                        "d",
                        "dimensions of a vector",
                        Embeddings.dimensions(retrieval),
                        "retrieval.dimensions",
                        Dimension.COUNT,
                        facts);
        Calculation.Term links =
                kind == Retrieval.Index.HNSW
                        ? c.plainPrior("M", facts, "retrieval.hnsw-links")
                        : c.plainPrior("m", facts, "retrieval.pq-codes");
        Calculation.Term overhead = c.plainPrior("overhead", facts, "retrieval.index-overhead");
        return c.note(
                        retrieval.index().isPresent()
                                ? "texts of the passages are not in it"
                                : "as an HNSW graph, for the file names no index; texts are not in"
                                        + " it")
                .of(
                        keys(retrieval).key("index"),
                        "Memory of the index",
                        Bytes::new,
                        () ->
                                overhead.value()
                                        * IndexBytes.of(
                                                kind,
                                                n.value(),
                                                dimensions.value(),
                                                links.value()));
    }

    private static Calculation.Term chunk(Calculation c, Retrieval retrieval, Facts facts) {
        return usual(
                c,
                "c",
                "tokens of a passage",
                retrieval.chunk(),
                "retrieval.chunk",
                Dimension.TOKENS,
                facts);
    }

    static <Q extends Quantity<Q>> Calculation.Term usual(
            Calculation c,
            String symbol,
            String meaning,
            Optional<Stated<Q>> stated,
            String prior,
            Dimension<Q> dimension,
            Facts facts) {
        return stated.map(s -> c.exact(symbol, meaning, s))
                .orElseGet(() -> c.prior(symbol, facts, prior, dimension));
    }
}
