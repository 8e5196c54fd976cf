package dev.groundplan.estimators;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Experts;
import dev.groundplan.core.plan.Architecture.LatentAttention;
import dev.groundplan.core.plan.Architecture.Positions;
import dev.groundplan.core.units.Parameters;

/**
 * Counts the weights of a decoder from its configuration, exactly. Counts above 2^53 round to the
 * nearest number that a {@code double} holds; no model is that large.
 */
public final class ParameterFormula {
    private final Architecture architecture;
    private final double hidden;

    private ParameterFormula(Architecture architecture) {
        this.architecture = architecture;
        hidden = architecture.hidden();
    }

    public static ParameterBreakdown of(Architecture architecture) {
        return new ParameterFormula(architecture).count();
    }

    private ParameterBreakdown count() {
        double layers = architecture.layers();
        double embedding = (double) architecture.vocabulary() * hidden;
        double positions =
                architecture.positions() == Positions.LEARNED
                        ? architecture.positionRows() * hidden
                        : 0;
        double head =
                (architecture.tied() ? 0 : embedding)
                        + (architecture.headBias() ? architecture.vocabulary() : 0);
        double outside =
                embedding
                        + positions
                        + head
                        + norm()
                        + (architecture.embeddingNorm() ? norm() : 0)
                        + architecture.visionParameters();
        double expertLayers = expertLayers();
        double denseLayers = layers - expertLayers;
        double attentionMatrices = layers * attentionMatrices();
        double small = layers * (attentionBiases() + architecture.normsPerLayer() * norm());
        double dense = denseLayers * mlp(architecture.ffn());
        double denseBiases = denseLayers * mlpBias(architecture.ffn());
        double total = outside + attentionMatrices + small + dense + denseBiases;
        double linear = attentionMatrices + dense;
        double active = total;
        if (architecture.experts().isPresent()) {
            Experts experts = architecture.experts().get();
            double one = mlp(experts.ffn()) + mlpBias(experts.ffn());
            double shared =
                    experts.shared() * (mlp(experts.sharedFfn()) + mlpBias(experts.sharedFfn()));
            double router =
                    hidden * experts.count()
                            + (experts.routerBias() ? experts.count() : 0)
                            + (experts.sharedGate() ? hidden : 0);
            total += expertLayers * (experts.count() * one + shared + router);
            active +=
                    expertLayers
                            * (Math.min(experts.active(), experts.count()) * one + shared + router);
            linear +=
                    expertLayers
                            * (experts.count() * mlp(experts.ffn())
                                    + experts.shared() * mlp(experts.sharedFfn()));
        }
        double lookup = (architecture.tied() ? 0 : embedding) + positions;
        return new ParameterBreakdown(
                new Parameters(total),
                new Parameters(active),
                new Parameters(active - lookup),
                new Parameters(linear),
                new Parameters(layers == 0 ? 0 : (total - outside) / layers));
    }

    /** Layers with experts: those after the dense ones, one in every so many. */
    private double expertLayers() {
        return architecture
                .experts()
                .map(
                        e ->
                                Math.max(0, architecture.layers() - e.denseLayers())
                                        / Math.max(1, e.every()))
                .orElse(0);
    }

    private double attentionMatrices() {
        double heads = architecture.heads();
        if (architecture.latent().isPresent()) {
            LatentAttention latent = architecture.latent().get();
            double queryHead = (double) latent.nopeHead() + latent.ropeHead();
            double query =
                    latent.q() == 0
                            ? hidden * heads * queryHead
                            : hidden * latent.q() + latent.q() * heads * queryHead;
            double keyValue =
                    hidden * ((double) latent.kv() + latent.ropeHead())
                            + latent.kv()
                                    * heads
                                    * ((double) latent.nopeHead() + latent.valueHead());
            return query + keyValue + heads * latent.valueHead() * hidden;
        }
        double query = heads * architecture.headDim();
        double keyValue = (double) architecture.kvHeads() * architecture.headDim();
        return 2 * hidden * query + 2 * hidden * keyValue;
    }

    /** Biases, norms inside attention and sinks of a layer. */
    private double attentionBiases() {
        double query = (double) architecture.heads() * architecture.headDim();
        double keyValue = (double) architecture.kvHeads() * architecture.headDim();
        double biases =
                architecture.attentionBias() == AttentionBias.NONE ? 0 : query + 2 * keyValue;
        biases += architecture.attentionBias() == AttentionBias.QKV_O ? hidden : 0;
        biases +=
                switch (architecture.qkNorm()) {
                    case NONE -> 0;
                    case HEAD -> 2.0 * architecture.headDim();
                    case FULL -> query + keyValue;
                };
        biases += architecture.latent().map(l -> (double) l.q() + l.kv()).orElse(0.0);
        return biases + (architecture.sinks() ? architecture.heads() : 0);
    }

    private double mlp(double width) {
        return (architecture.gated() ? 3 : 2) * hidden * width;
    }

    private double mlpBias(double width) {
        return architecture.mlpBias() ? (architecture.gated() ? 2 : 1) * width + hidden : 0;
    }

    private double norm() {
        return switch (architecture.norm()) {
            case RMS, LAYER_NO_BIAS -> hidden;
            case LAYER -> 2 * hidden;
            case NONE -> 0;
        };
    }
}
