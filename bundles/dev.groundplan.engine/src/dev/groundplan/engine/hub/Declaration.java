package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.Positions;
import dev.groundplan.core.plan.Architecture.QkNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of {@code model … { … }}: the shape, and of the rest what differs from the defaults. */
final class Declaration {
    private static final int GROUP = 3;

    private final StringBuilder text = new StringBuilder();

    Declaration comment(String line) {
        text.append("// ").append(line).append('\n');
        return this;
    }

    Declaration open(String name) {
        text.append("model ").append(name).append(" {\n");
        return this;
    }

    Declaration line(String property, String value) {
        text.append("  ").append(property);
        text.append(" ".repeat(Math.max(1, 13 - property.length())));
        text.append(value).append('\n');
        return this;
    }

    String close() {
        return text.append("}\n").toString();
    }

    static String number(long value) {
        String digits = Long.toString(value);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % GROUP == 0) {
                grouped.append('_');
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    static String block(Architecture a) {
        List<String> parts = new ArrayList<>();
        size(parts, "layers", a.layers());
        size(parts, "hidden", a.hidden());
        size(parts, "heads", a.heads());
        size(parts, "kv-heads", a.kvHeads());
        size(parts, "head", a.headDim());
        size(parts, "ffn", a.ffn());
        size(parts, "vocabulary", a.vocabulary());
        unless(0, parts, "context", a.context());
        parts.add("gated " + (a.gated() ? "yes" : "no"));
        parts.add("tied " + (a.tied() ? "yes" : "no"));
        word(parts, "norm", a.norm(), Norm.RMS);
        unless(2, parts, "norms-per-layer", a.normsPerLayer());
        word(parts, "qk-norm", a.qkNorm(), QkNorm.NONE);
        word(parts, "attention-bias", a.attentionBias(), AttentionBias.NONE);
        flag(parts, "mlp-bias", a.mlpBias());
        flag(parts, "head-bias", a.headBias());
        word(parts, "positions", a.positions(), Positions.ROTARY);
        if (a.positions() == Positions.LEARNED) {
            size(parts, "position-rows", a.positionRows());
        }
        flag(parts, "embedding-norm", a.embeddingNorm());
        if (a.parallelBlocks()) {
            parts.add("blocks parallel");
        }
        a.experts().ifPresent(experts -> experts(parts, experts));
        a.latent().ifPresent(latent -> latent(parts, latent));
        unless(0, parts, "window", a.window());
        unless(0, parts, "window-layers", a.windowLayers());
        flag(parts, "sinks", a.sinks());
        if (a.visionParameters() > 0) {
            parts.add("vision-parameters " + number(a.visionParameters()));
        }
        return "{ " + String.join("  ", parts) + " }";
    }

    private static void experts(List<String> parts, Architecture.Experts e) {
        size(parts, "experts", e.count());
        size(parts, "active-experts", e.active());
        size(parts, "expert-ffn", e.ffn());
        if (e.shared() > 0) {
            size(parts, "shared-experts", e.shared());
            size(parts, "shared-ffn", e.sharedFfn());
        }
        unless(0, parts, "dense-layers", e.denseLayers());
        unless(1, parts, "expert-every", e.every());
        flag(parts, "router-bias", e.routerBias());
        flag(parts, "shared-gate", e.sharedGate());
    }

    private static void latent(List<String> parts, Architecture.LatentAttention l) {
        size(parts, "latent-kv", l.kv());
        unless(0, parts, "latent-q", l.q());
        size(parts, "nope-head", l.nopeHead());
        size(parts, "rope-head", l.ropeHead());
        size(parts, "value-head", l.valueHead());
    }

    private static void size(List<String> parts, String property, int value) {
        parts.add(property + " " + number(value));
    }

    private static void unless(int usual, List<String> parts, String property, int value) {
        if (value != usual) {
            size(parts, property, value);
        }
    }

    private static void flag(List<String> parts, String property, boolean value) {
        if (value) {
            parts.add(property + " yes");
        }
    }

    private static void word(List<String> parts, String property, Enum<?> value, Enum<?> usual) {
        if (value != usual) {
            parts.add(property + " " + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
