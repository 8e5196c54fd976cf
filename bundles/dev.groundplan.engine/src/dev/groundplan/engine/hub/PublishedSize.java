package dev.groundplan.engine.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares a count with the size that the index of the weight files gives. */
final class PublishedSize {
    private static final String INDEX = "model.safetensors.index.json";

    /** The largest index known lists some hundred thousand tensors. */
    private static final int MOST_MIB = 24;

    private static final Map<String, Integer> BYTES =
            Map.of(
                    "float32", 4,
                    "bfloat16", 2,
                    "float16", 2,
                    "float8_e4m3fn", 1);

    private PublishedSize() {}

    /** What there is to say: that they agree, or how they differ; empty without an index. */
    static Optional<String> compared(Path folder, Config config, long counted) {
        Path index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            return Optional.empty();
        }
        try {
            Config read = Config.of(HubFile.read(index, "JSON", MOST_MIB));
            Config metadata =
                    read.child("metadata")
                            .orElseThrow(() -> new ImportRefusal("`metadata` is missing"));
            Optional<Long> total = metadata.large("total_parameters");
            if (total.isPresent()) {
                return Optional.of(compared(counted, total.get(), "parameters"));
            }
            Optional<Long> size = metadata.large("total_size");
            String type =
                    config.text("torch_dtype")
                            .or(() -> config.text("dtype"))
                            .map(name -> name.replaceFirst("^torch\\.", ""))
                            .orElse("");
            Integer each = BYTES.get(type.toLowerCase(Locale.ROOT));
            if (size.isEmpty() || each == null || config.has("quantization_config")) {
                return Optional.of(INDEX + " gives no size in a type that could be compared");
            }
            return Optional.of(compared(counted * each, size.get(), "bytes of " + type));
        } catch (ImportRefusal e) {
            return Optional.of(INDEX + " was not compared: " + e.getMessage());
        }
    }

    private static String compared(long counted, long published, String unit) {
        return counted == published
                ? "agrees with " + INDEX
                : "differs from "
                        + INDEX
                        + ", which gives "
                        + Declaration.number(published)
                        + " "
                        + unit
                        + " instead of "
                        + Declaration.number(counted)
                        + " (files can hold a tied head twice, buffers, or heads for several"
                        + " tokens)";
    }
}
