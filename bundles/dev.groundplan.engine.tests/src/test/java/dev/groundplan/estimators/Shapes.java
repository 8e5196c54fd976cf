package dev.groundplan.estimators;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Architecture.AttentionBias;
import dev.groundplan.core.plan.Architecture.Experts;
import dev.groundplan.core.plan.Architecture.LatentAttention;
import dev.groundplan.core.plan.Architecture.Norm;
import dev.groundplan.core.plan.Architecture.Positions;
import dev.groundplan.core.plan.Architecture.QkNorm;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Architectures for tests, from the properties of the language: {@code layers 32 hidden 4096 …}.
 */
final class Shapes {
    private final Map<String, String> properties = new HashMap<>();

    private Shapes(String text) {
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i + 1 < words.length; i += 2) {
            properties.put(words[i], words[i + 1]);
        }
    }

    static Architecture of(String text) {
        return new Shapes(text).architecture();
    }

    private Architecture architecture() {
        int heads = number("heads", 1);
        return new Architecture(
                number("layers", 0),
                number("hidden", 0),
                heads,
                number("kv-heads", heads),
                number("head", number("hidden", 0) / heads),
                number("ffn", 0),
                number("vocabulary", 0),
                number("context", 0),
                !word("gated", "yes").equals("no"),
                word("tied", "no").equals("yes"),
                Norm.valueOf(constant("norm", "rms")),
                number("norms-per-layer", 2),
                QkNorm.valueOf(constant("qk-norm", "none")),
                AttentionBias.valueOf(constant("attention-bias", "none")),
                word("mlp-bias", "no").equals("yes"),
                word("head-bias", "no").equals("yes"),
                Positions.valueOf(constant("positions", "rotary")),
                number("position-rows", 0),
                word("embedding-norm", "no").equals("yes"),
                false,
                experts(),
                latent(),
                number("window", 0),
                number("window-layers", 0),
                word("sinks", "no").equals("yes"),
                0);
    }

    private Optional<Experts> experts() {
        return properties.containsKey("experts")
                ? Optional.of(
                        new Experts(
                                number("experts", 0),
                                number("active-experts", 0),
                                number("shared-experts", 0),
                                number("expert-ffn", 0),
                                number("shared-ffn", 0),
                                number("dense-layers", 0),
                                number("expert-every", 1),
                                word("router-bias", "no").equals("yes"),
                                word("shared-gate", "no").equals("yes")))
                : Optional.empty();
    }

    private Optional<LatentAttention> latent() {
        return properties.containsKey("latent-kv")
                ? Optional.of(
                        new LatentAttention(
                                number("latent-kv", 0),
                                number("latent-q", 0),
                                number("nope-head", 0),
                                number("rope-head", 0),
                                number("value-head", 0)))
                : Optional.empty();
    }

    private int number(String name, int otherwise) {
        return properties.containsKey(name)
                ? Integer.parseInt(properties.get(name).replace("_", ""))
                : otherwise;
    }

    private String word(String name, String otherwise) {
        return properties.getOrDefault(name, otherwise);
    }

    private String constant(String name, String otherwise) {
        return word(name, otherwise).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
