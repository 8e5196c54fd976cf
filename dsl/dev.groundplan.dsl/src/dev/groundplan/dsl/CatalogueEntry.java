package dev.groundplan.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A declaration as it is written, without comments and layout.
 *
 * @param kind the word that opens it, such as {@code accelerator}
 * @param name its own; of one without, what stands before its brace
 * @param properties what stands behind each word, in the order of the text; a word that is written
 *     several times has all of it. What stands before the brace has the empty word
 */
public record CatalogueEntry(String kind, String name, Map<String, String> properties) {
    public CatalogueEntry {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The same for the same meaning, whatever the layout and the order of the properties. */
    public String normalised() {
        StringBuilder text = new StringBuilder(kind).append(' ').append(name);
        new java.util.TreeMap<>(properties)
                .forEach((word, value) -> text.append('\n').append(word).append(' ').append(value));
        return text.toString();
    }
}
