package dev.groundplan.engine.hub;

import java.util.List;
import java.util.Set;

/** Which layers see only a window: from {@code layer_types} where it stands, else by the kind. */
final class Windows {
    private static final Set<String> WINDOWED = Set.of("sliding_attention", "chunked_attention");
    private static final String FULL = "full_attention";

    private Windows() {}

    /** Layers with a window when nothing says so layer by layer. */
    interface Usual {
        int of(int layers);
    }

    /** Every layer. */
    static int all(int layers) {
        return layers;
    }

    /** The first of two, as layers 0, 2, 4 … */
    static int everyOther(int layers) {
        return (layers + 1) / 2;
    }

    /** All but the last of so many. */
    static Usual allButOneIn(int pattern) {
        return layers -> layers - layers / pattern;
    }

    /**
     * @param key of the window's length
     * @param length when the key is left out; 0 for none. A null in the file is none, too.
     */
    static Shape add(Config config, Shape shape, String key, int length, Usual usual)
            throws ImportRefusal {
        int tokens = config.says(key) ? config.count(key, 0) : length;
        return shape.window(tokens, layers(config, shape.layers, usual));
    }

    private static int layers(Config config, int layers, Usual usual) throws ImportRefusal {
        List<?> types = config.list("layer_types");
        if (types.isEmpty()) {
            return usual.of(layers);
        }
        int windowed = 0;
        for (Object type : types) {
            if (type instanceof String word && WINDOWED.contains(word)) {
                windowed++;
            } else if (!FULL.equals(type)) {
                throw new ImportRefusal(
                        "`layer_types` names `"
                                + type
                                + "`, a layer that Groundplan does not know how to count");
            }
        }
        if (types.size() != layers) {
            throw new ImportRefusal("`layer_types` names " + types.size() + " layers of " + layers);
        }
        return windowed;
    }
}
