package dev.groundplan.engine.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as maps, lists, strings, booleans, nulls and {@link Digits}. Two values for one key are
 * refused: which of them holds would be a guess. Nesting is bounded by the library.
 */
public final class Json {
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");
    private static final List<String> NO_NUMBERS = List.of("-Infinity", "Infinity", "NaN");

    private Json() {}

    /** A number as it is written; what it is worth depends on what is asked for. */
    public record Digits(String text) {
        /** Longer numbers are no sizes; a bound keeps them from costing time. */
        private static final int LONGEST = 40;

        /** Below 10^18, so that it is a long. */
        private static final int MOST_DIGITS = 18;

        /** Empty when it is no whole number, or one beyond all sizes. */
        public OptionalLong whole() {
            if (text.length() > LONGEST) {
                return OptionalLong.empty();
            }
            try {
                BigDecimal value = new BigDecimal(text);
                if (value.signum() == 0) {
                    return OptionalLong.of(0);
                }
                boolean small = (long) value.precision() - value.scale() <= MOST_DIGITS;
                return small && value.stripTrailingZeros().scale() <= 0
                        ? OptionalLong.of(value.longValueExact())
                        : OptionalLong.empty();
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
    }

    public static Map<String, Object> object(String text) throws JsonRefusal {
        try (JsonReader reader = new JsonReader(new StringReader(withoutNoNumbers(text)))) {
            reader.setStrictness(Strictness.STRICT);
            Object value = value(reader);
            if (!(value instanceof Map<?, ?>)) {
                throw new JsonRefusal("expected a JSON object such as { \"name\": … }");
            }
            reader.peek();
            @SuppressWarnings("unchecked")
            Map<String, Object> object = (Map<String, Object>) value;
            return object;
        } catch (EOFException e) {
            throw new JsonRefusal("not JSON: the text ends too early");
        } catch (IOException | IllegalStateException e) {
            throw new JsonRefusal("not JSON" + place(String.valueOf(e.getMessage())));
        }
    }

    private static Object value(JsonReader reader) throws IOException, JsonRefusal {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    String key = reader.nextName();
                    if (object.containsKey(key)) {
                        throw new JsonRefusal("`" + key + "` stands twice in one object");
                    }
                    object.put(key, value(reader));
                }
                reader.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                List<Object> array = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    array.add(value(reader));
                }
                reader.endArray();
                return array;
            }
            case STRING -> {
                return reader.nextString();
            }
            case NUMBER -> {
                return new Digits(reader.nextString());
            }
            case BOOLEAN -> {
                return reader.nextBoolean();
            }
            default -> {
                reader.nextNull();
                return null;
            }
        }
    }

    /**
     * Python writes infinities into configurations, which JSON does not know. No property that is
     * read here can be one, so they become null.
     */
    private static String withoutNoNumbers(String text) {
        if (NO_NUMBERS.stream().noneMatch(text::contains)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean quoted = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                out.append(c).append(text.charAt(i + 1));
                i += 2;
                continue;
            }
            int at = i;
            int length =
                    quoted
                            ? 0
                            : NO_NUMBERS.stream()
                                    .filter(word -> text.startsWith(word, at))
                                    .mapToInt(String::length)
                                    .findFirst()
                                    .orElse(0);
            if (length > 0) {
                out.append("null");
                i += length;
                continue;
            }
            quoted ^= c == '"';
            out.append(c);
            i++;
        }
        return out.toString();
    }

    /** Where the library stopped; the rest of what it says is for those who program with it. */
    private static String place(String message) {
        Matcher matcher = PLACE.matcher(message);
        String deep = message.startsWith("Nesting limit") ? ", or nested too deeply," : "";
        return matcher.find()
                ? deep + " at line " + matcher.group(1) + ", column " + matcher.group(2)
                : deep;
    }
}
