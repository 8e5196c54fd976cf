package dev.groundplan.core.analysis;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A way out of a finding.
 *
 * @param title what it does, as a command: {@code Use QLoRA}
 * @param effect what it brings, name to value, such as memory to {@code 18.2 GB of 24 GB}; may be
 *     empty
 */
public record Fix(String title, List<Change> changes, SortedMap<String, String> effect) {
    public Fix {
        changes = List.copyOf(changes);
        effect = Collections.unmodifiableSortedMap(new TreeMap<>(effect));
    }

    public static Fix of(String title, Change... changes) {
        return new Fix(title, List.of(changes), new TreeMap<>());
    }

    public Fix bringing(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(effect);
        more.put(name, value);
        return new Fix(title, changes, more);
    }
}
