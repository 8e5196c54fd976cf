package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The decoder in a configuration, alone or beside an image encoder.
 *
 * @param kind as the configuration calls it
 * @param notes what is not as the file alone would say
 */
record TextModel(String kind, Architecture architecture, List<String> notes) {
    /** Models of text and images, with the kind that their text part is unless it says another. */
    private static final Map<String, String> MULTIMODAL =
            Map.of(
                    "gemma3", "gemma3_text",
                    "llama4", "llama4_text",
                    "llava", "llama",
                    "mistral3", "mistral",
                    "qwen2_vl", "qwen2",
                    "qwen2_5_vl", "qwen2");

    static TextModel of(Config config) throws ImportRefusal {
        String kind =
                config.text("model_type")
                        .orElseThrow(
                                () ->
                                        new ImportRefusal(
                                                "`model_type` is missing; it names the kind of the"
                                                        + " model, such as \"llama\""));
        String usual = MULTIMODAL.get(kind);
        if (usual != null) {
            return multimodal(kind, usual, config);
        }
        boolean headless = isHeadless(kind, config);
        Families.Kind family = family(kind);
        Shape shape = family.family().read(config.or(family.absent()));
        if (!headless) {
            return new TextModel(kind, shape.architecture(), List.of());
        }
        return new TextModel(
                kind,
                shape.tied(true).architecture(),
                List.of("published without an output head, so that the embedding counts once"));
    }

    private static TextModel multimodal(String kind, String usual, Config config)
            throws ImportRefusal {
        Optional<Config> nested = config.child("text_config");
        Config text = nested.orElse(config);
        String inner = nested.flatMap(n -> n.text("model_type")).orElse(usual);
        boolean own = inner.equals(kind) || inner.equals(kind + "_text");
        String textKind = own ? usual : inner;
        Families.Kind family = family(textKind);
        Map<String, Integer> sizes = new HashMap<>(family.absent());
        if (nested.isPresent()) {
            sizes.putAll(family.nested());
        }
        Shape shape = family.family().read(text.or(sizes));
        if (config.says("tie_word_embeddings") && !text.says("tie_word_embeddings")) {
            shape.tied(config.flag("tie_word_embeddings", false));
        }
        OptionalLong vision = VisionEncoders.count(kind, config, shape.hidden);
        if (vision.isPresent()) {
            shape.visionParameters = vision.getAsLong();
            return new TextModel(kind, shape.architecture(), List.of());
        }
        return new TextModel(
                kind,
                shape.architecture(),
                List.of(
                        "the text part alone: the image encoder of "
                                + kind
                                + " is not counted, and not in `parameters`"));
    }

    /**
     * Whether the output head was left out; another head than that of a language model is no head.
     */
    private static boolean isHeadless(String kind, Config config) throws ImportRefusal {
        List<?> classes = config.list("architectures");
        if (classes.isEmpty() || kind.equals("chatglm")) {
            return false;
        }
        String name = String.valueOf(classes.getFirst());
        if (name.endsWith("ForCausalLM")
                || name.endsWith("LMHeadModel")
                || name.endsWith("ForConditionalGeneration")) {
            return false;
        }
        if (name.endsWith("Model") && !name.contains("For")) {
            return true;
        }
        throw new ImportRefusal(
                "`architectures` names `"
                        + name
                        + "`, whose head is not that of a language model; Groundplan does not know"
                        + " how to count it");
    }

    private static Families.Kind family(String kind) throws ImportRefusal {
        return Families.of(kind)
                .orElseThrow(
                        () ->
                                new ImportRefusal(
                                        "`"
                                                + kind
                                                + "` is a kind that Groundplan does not know how"
                                                + " to count; nothing was written for it"));
    }
}
