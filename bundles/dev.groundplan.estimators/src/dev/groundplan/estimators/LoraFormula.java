package dev.groundplan.estimators;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Architecture.Experts;
import dev.groundplan.core.plan.Architecture.LatentAttention;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.units.Parameters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parameters that a tuning method trains. */
public final class LoraFormula {
    private static final List<String> ATTENTION = List.of("q", "k", "v", "o");
    private static final List<String> FEED_FORWARD = List.of("gate", "up", "down");

    private LoraFormula() {}

    /**
     * Σ r·(d_in + d_out) over the targets; all of the model for full tuning; p·h for prompt tuning.
     */
    public static Parameters trainable(Architecture architecture, TuningMethod method) {
        return switch (method) {
            case TuningMethod.Full full -> ParameterFormula.of(architecture).total();
            case TuningMethod.Lora lora -> adapters(architecture, lora.rank(), lora.targets());
            case TuningMethod.Qlora qlora -> adapters(architecture, qlora.rank(), qlora.targets());
            case TuningMethod.PromptTuning prompt ->
                    new Parameters((double) prompt.virtualTokens() * architecture.hidden());
        };
    }

    private static Parameters adapters(Architecture architecture, int rank, List<String> targets) {
        double widths = 0;
        for (String projection : projections(targets)) {
            widths +=
                    FEED_FORWARD.contains(projection)
                            ? feedForward(architecture, projection)
                            : architecture.layers() * attention(architecture, projection);
        }
        return new Parameters(rank * widths);
    }

    /** The targets by their shortest names, each once; all linear layers when none are named. */
    private static Set<String> projections(List<String> targets) {
        Set<String> projections = new LinkedHashSet<>();
        for (String target : targets.isEmpty() ? List.of("all-linear") : targets) {
            String name = target.toLowerCase(Locale.ROOT).replaceAll("[-_]?proj$", "");
            switch (name) {
                case "all-linear", "all" -> {
                    projections.addAll(ATTENTION);
                    projections.addAll(FEED_FORWARD);
                }
                case "attention" -> projections.addAll(ATTENTION);
                case "mlp", "feed-forward" -> projections.addAll(FEED_FORWARD);
                case "query", "wq" -> projections.add("q");
                case "key", "wk" -> projections.add("k");
                case "value", "wv" -> projections.add("v");
                case "output", "out", "wo" -> projections.add("o");
                case "c_attn", "query_key_value" -> projections.add("qkv");
                default -> projections.add(name);
            }
        }
        return projections;
    }

    /** d_in + d_out of one projection in one layer; nothing for a name that no decoder has. */
    private static double attention(Architecture a, String projection) {
        if (a.latent().isPresent()) {
            return latentAttention(a, a.latent().get(), projection);
        }
        double query = (double) a.heads() * a.headDim();
        double keyValue = (double) a.kvHeads() * a.headDim();
        return switch (projection) {
            case "q", "o" -> a.hidden() + query;
            case "k", "v" -> a.hidden() + keyValue;
            case "qkv" -> a.hidden() + query + 2 * keyValue;
            default -> 0;
        };
    }

    /** Keys and values share their two matrices, counted with the keys. */
    private static double latentAttention(Architecture a, LatentAttention l, String projection) {
        double query = a.heads() * ((double) l.nopeHead() + l.ropeHead());
        return switch (projection) {
            case "q" -> l.q() == 0 ? a.hidden() + query : a.hidden() + l.q() + l.q() + query;
            case "k" ->
                    a.hidden()
                            + (double) l.kv()
                            + l.ropeHead()
                            + l.kv()
                            + a.heads() * ((double) l.nopeHead() + l.valueHead());
            case "o" -> a.heads() * (double) l.valueHead() + a.hidden();
            default -> 0;
        };
    }

    /** d_in + d_out of one projection in all layers and experts. */
    private static double feedForward(Architecture a, String projection) {
        if (projection.equals("gate") && !a.gated()) {
            return 0;
        }
        double dense = (double) a.hidden() + a.ffn();
        if (a.experts().isEmpty()) {
            return a.layers() * dense;
        }
        Experts e = a.experts().get();
        int expertLayers = Math.max(0, a.layers() - e.denseLayers()) / Math.max(1, e.every());
        double experts =
                e.count() * ((double) a.hidden() + e.ffn())
                        + e.shared() * ((double) a.hidden() + e.sharedFfn());
        return (a.layers() - expertLayers) * dense + expertLayers * experts;
    }
}
