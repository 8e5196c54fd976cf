package dev.groundplan.engine.hub;

import dev.groundplan.engine.json.Json;
import dev.groundplan.engine.json.JsonRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A model's configuration, read by its keys; what does not fit is refused with the key's name. */
final class Config {
    private static final int LONGEST_QUOTE = 40;

    /** Beyond every size that a model has, and small enough that sums of a few stay exact. */
    private static final int LARGEST = 100_000_000;

    private final String prefix;
    private final Map<String, Object> values;
    private final Map<String, Integer> defaults;

    private Config(String prefix, Map<String, Object> values, Map<String, Integer> defaults) {
        this.prefix = prefix;
        this.values = values;
        this.defaults = defaults;
    }

    static Config of(String json) throws ImportRefusal {
        try {
            return new Config("", Json.object(json), Map.of());
        } catch (JsonRefusal e) {
            throw new ImportRefusal(e.getMessage());
        }
    }

    /** The same with values for sizes that are left out, not for those that are null. */
    Config or(Map<String, Integer> defaultSizes) {
        return new Config(prefix, values, defaultSizes);
    }

    /** The same where a kind has a name of its own for a usual one. */
    Config named(String own, String usual) {
        if (!has(own) || has(usual)) {
            return this;
        }
        Map<String, Object> renamed = new HashMap<>(values);
        renamed.put(usual, values.get(own));
        return new Config(prefix, renamed, defaults);
    }

    /** Whether the key is there, even as null. */
    boolean says(String key) {
        return values.containsKey(key);
    }

    /** Whether the key has a value. */
    boolean has(String key) {
        return values.get(key) != null;
    }

    int whole(String key) throws ImportRefusal {
        if (has(key)) {
            return number(key, 1);
        }
        Integer usual = says(key) ? null : defaults.get(key);
        if (usual == null) {
            throw new ImportRefusal("`" + prefix + key + "` is missing; expected a whole number");
        }
        return usual;
    }

    int whole(String key, int otherwise) throws ImportRefusal {
        if (has(key)) {
            return number(key, 1);
        }
        return says(key) ? otherwise : defaults.getOrDefault(key, otherwise);
    }

    /** The same where nothing of a kind is a value too. */
    int count(String key, int otherwise) throws ImportRefusal {
        return has(key) ? number(key, 0) : otherwise;
    }

    /** The value of the first of several names for one thing. */
    int first(String... keys) throws ImportRefusal {
        for (String key : keys) {
            if (has(key)) {
                return number(key, 1);
            }
        }
        return whole(keys[0]);
    }

    /** A number beyond sizes, as of bytes. */
    Optional<Long> large(String key) throws ImportRefusal {
        if (!has(key)) {
            return Optional.empty();
        }
        OptionalLong whole =
                values.get(key) instanceof Json.Digits digits
                        ? digits.whole()
                        : OptionalLong.empty();
        if (whole.isEmpty() || whole.getAsLong() < 0) {
            throw unexpected(key, "a whole number");
        }
        return Optional.of(whole.getAsLong());
    }

    boolean flag(String key, boolean otherwise) throws ImportRefusal {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw unexpected(key, "true or false");
    }

    Optional<String> text(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Config> child(String key) throws ImportRefusal {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked")
            Map<String, Object> object = (Map<String, Object>) value;
            return Optional.of(new Config(prefix + key + ".", object, Map.of()));
        }
        throw unexpected(key, "an object");
    }

    List<?> list(String key) throws ImportRefusal {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw unexpected(key, "a list");
    }

    /** Refuses what a kind can say but cannot be counted exactly. */
    void refuseIf(boolean found, String key, String what) throws ImportRefusal {
        if (found) {
            throw new ImportRefusal(
                    "`" + prefix + key + "`: " + what + ", which the language cannot say exactly");
        }
    }

    private int number(String key, int least) throws ImportRefusal {
        if (values.get(key) instanceof Json.Digits digits) {
            OptionalLong whole = digits.whole();
            if (whole.isPresent() && whole.getAsLong() >= least && whole.getAsLong() <= LARGEST) {
                return (int) whole.getAsLong();
            }
        }
        throw unexpected(key, "a whole number from " + least + " to " + LARGEST);
    }

    private ImportRefusal unexpected(String key, String expected) {
        Object value = values.get(key);
        String found =
                switch (value) {
                    case Json.Digits digits -> shortened(digits.text());
                    case String text -> '"' + shortened(text) + '"';
                    case Boolean flag -> flag.toString();
                    case List<?> list -> "a list";
                    default -> "an object";
                };
        return new ImportRefusal("`" + prefix + key + "` is " + found + "; expected " + expected);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
