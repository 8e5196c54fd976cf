package dev.groundplan.core.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence for people, kept apart from its English text: the id and the arguments are stable.
 *
 * @param id such as {@code MemoryOverflow.training}
 * @param template English, with {@code {name}} where an argument goes
 */
public record Message(String id, String template, Map<String, String> arguments) {
    public Message {
        arguments = Map.copyOf(arguments);
    }

    /**
     * @param namesAndValues name, value, name, value, …
     */
    public static Message of(String id, String template, String... namesAndValues) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            arguments.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Message(id, template, arguments);
    }

    /** The same sentence behind some words that have one argument. */
    public Message after(String words, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Message(id, words + template, more);
    }

    /** The English sentence. One pass, so that an argument is never read as a placeholder. */
    @Override
    public String toString() {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        arguments.getOrDefault(m.group(1), m.group())));
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");
}
