package dev.groundplan.engine.hub;

import java.util.OptionalLong;

/**
 * Counts what turns an image into tokens: the encoder and the projector behind it. The formulas
 * follow the modules of Hugging Face Transformers; every size must stand in the file.
 */
final class VisionEncoders {
    private static final int COLOURS = 3;

    private VisionEncoders() {}

    /**
     * Empty when this pair of model and encoder is not among those that can be counted.
     *
     * @param hidden width of the text model
     */
    static OptionalLong count(String modelType, Config whole, int hidden) throws ImportRefusal {
        Config vision = whole.child("vision_config").orElse(null);
        if (vision == null) {
            return OptionalLong.empty();
        }
        String encoder = vision.text("model_type").orElse("");
        return switch (modelType + " " + encoder) {
            case "gemma3 siglip_vision_model" ->
                    OptionalLong.of(siglip(vision) + width(vision) * (hidden + 1));
            case "mistral3 pixtral" ->
                    OptionalLong.of(pixtral(vision) + merger(whole, width(vision), hidden));
            case "llava clip_vision_model" ->
                    OptionalLong.of(
                            clip(vision)
                                    + linear(width(vision), hidden, true)
                                    + linear(hidden, hidden, true));
            case "llama4 llama4_vision_model" ->
                    OptionalLong.of(
                            llama4(vision)
                                    + linear(vision.whole("vision_output_dim"), hidden, false));
            default -> OptionalLong.empty();
        };
    }

    private static long siglip(Config c) throws ImportRefusal {
        return linear(patch(c), width(c), true)
                + patches(c) * width(c)
                + biasedLayers(c)
                + norm(width(c));
    }

    private static long clip(Config c) throws ImportRefusal {
        return width(c)
                + linear(patch(c), width(c), false)
                + (patches(c) + 1) * width(c)
                + biasedLayers(c)
                + 2 * norm(width(c));
    }

    private static long llama4(Config c) throws ImportRefusal {
        long projected = c.whole("projector_input_dim");
        return width(c)
                + linear(patch(c), width(c), false)
                + (patches(c) + 1) * width(c)
                + biasedLayers(c)
                + 2 * norm(width(c))
                + linear(inner(c), projected, false)
                + linear(projected, c.whole("projector_output_dim"), false);
    }

    private static long pixtral(Config c) throws ImportRefusal {
        long width = width(c);
        long layer =
                4 * linear(width, width, false) + 3 * linear(width, inner(c), false) + 2 * width;
        return linear(patch(c), width, false) + width + c.whole("num_hidden_layers") * layer;
    }

    /** Neighbouring patches become one token. */
    private static long merger(Config whole, long width, long hidden) throws ImportRefusal {
        long merged = whole.whole("spatial_merge_size", 2);
        boolean bias = whole.flag("multimodal_projector_bias", false);
        return width
                + linear(width * merged * merged, width, false)
                + linear(width, hidden, bias)
                + linear(hidden, hidden, bias);
    }

    /** Attention and a plain feed-forward part, everything with a bias, behind two layer norms. */
    private static long biasedLayers(Config c) throws ImportRefusal {
        long width = width(c);
        long layer =
                4 * linear(width, width, true)
                        + linear(width, inner(c), true)
                        + linear(inner(c), width, true)
                        + 2 * norm(width);
        return c.whole("num_hidden_layers") * layer;
    }

    private static long linear(long in, long out, boolean bias) {
        return in * out + (bias ? out : 0);
    }

    private static long norm(long width) {
        return 2 * width;
    }

    private static long width(Config c) throws ImportRefusal {
        return c.whole("hidden_size");
    }

    private static long inner(Config c) throws ImportRefusal {
        return c.whole("intermediate_size");
    }

    private static long patch(Config c) throws ImportRefusal {
        long side = c.whole("patch_size");
        return COLOURS * side * side;
    }

    private static long patches(Config c) throws ImportRefusal {
        long side = c.whole("image_size") / c.whole("patch_size");
        return side * side;
    }
}
