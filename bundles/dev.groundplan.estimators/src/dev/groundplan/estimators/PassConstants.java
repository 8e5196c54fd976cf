package dev.groundplan.estimators;

import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * The constants of a pass: from a calculation, whose reader then sees them, or straight from the
 * catalogue. Engines share those that they have no other value of.
 */
final class PassConstants {
    /** Engines with a value of their own, by constant. */
    private static final Map<String, String> OWN =
            Map.of(
                    "compute", "kernels compiled eager native",
                    "bandwidth", "kernels compiled eager",
                    "cache-bandwidth", "kernels eager",
                    "tile", "kernels compiled",
                    "tile-narrow", "kernels compiled",
                    "layer", "tuned kernels compiled eager native",
                    "prompt-layer", "kernels",
                    "step", "tuned kernels compiled",
                    "all-reduce-latency", "kernels",
                    "all-reduce-bandwidth", "kernels");

    private final ServingEngine engine;
    private final Function<String, DoubleSupplier> source;

    PassConstants(ServingEngine engine, Function<String, DoubleSupplier> source) {
        this.engine = engine;
        this.source = source;
    }

    /** Straight from the catalogue, at their likely values. */
    static PassConstants likely(ServingEngine engine, PriorSource priors) {
        return new PassConstants(
                engine,
                name -> {
                    double value = Likely.of(priors, name);
                    return () -> value;
                });
    }

    /** The same constants for another engine. */
    PassConstants as(ServingEngine other) {
        return new PassConstants(other, source);
    }

    /** As formulas write it. */
    static String symbol(String prior) {
        String constant = prior.substring(prior.lastIndexOf('.') + 1);
        return switch (constant) {
            case "achievable" -> "e_p";
            case "compute" -> "e_c";
            case "fp8-gain", "fp4-gain" -> "e_q";
            case "experts-compute" -> "e_e";
            case "bandwidth" -> "e_b";
            case "cache-bandwidth" -> "e_k";
            case "attention" -> "e_a";
            case "tile", "tile-narrow" -> "n";
            case "layer" -> "o";
            case "prompt-layer" -> "o_p";
            case "experts-layer" -> "o_e";
            case "step" -> "o_s";
            case "sequence" -> "o_b";
            case "all-reduce-latency" -> "α";
            case "all-reduce-bandwidth" -> "e_β";
            default -> constant;
        };
    }

    DoubleSupplier of(String constant) {
        String word = engine.name().toLowerCase(Locale.ROOT);
        boolean own = OWN.getOrDefault(constant, "").contains(word);
        return source.apply("serving." + (own ? word + "." : "") + constant);
    }
}
