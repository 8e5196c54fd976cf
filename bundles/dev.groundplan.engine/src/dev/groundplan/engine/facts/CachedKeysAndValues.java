package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.KvCacheFormula;
import java.util.Set;

/** Key-value caches, by the formula that serving uses. */
final class CachedKeysAndValues implements CaseEstimator {
    private static final String PER_TOKEN = "kv_cache_bytes_per_token";
    private static final double GB = 1e9;
    private static final double GIB = 1 << 30;

    @Override
    public Set<String> quantities() {
        return Set.of("kv_cache_GB", PER_TOKEN);
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        CaseInputs inputs = published.inputs();
        Architecture architecture = subjects.models().of(published).architecture();
        Bytes each = new Bytes(bytes(inputs.words("kv_precision") + inputs.words("precision")));
        // hybrids keep keys and values in their attention layers alone
        double share =
                inputs.number("attention_layers", architecture.layers()) / architecture.layers();
        if (published.quantity().equals(PER_TOKEN)) {
            return exactly(KvCacheFormula.perToken(architecture, each).value() * share);
        }
        double context = inputs.first("context", "seq_len", "isl").orElse(architecture.context());
        double bytes =
                KvCacheFormula.of(architecture, each, new Tokens(context)).value()
                        * inputs.number("batch", 1)
                        * share;
        return exactly(bytes / (published.unit().contains("GiB") ? GIB : GB));
    }

    private static Uncertain<Count> exactly(double value) {
        return Uncertain.exactly(new Count(value));
    }

    private static double bytes(String precision) {
        if (precision.contains("32")) {
            return 4;
        }
        return precision.contains("8") && !precision.contains("16") ? 1 : 2;
    }
}
