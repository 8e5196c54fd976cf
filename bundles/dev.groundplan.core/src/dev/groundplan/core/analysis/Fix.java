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
 * @param safe whether it may be made without asking: it decides nothing that the architect has to
 *     decide, and there is no other way out
 */
public record Fix(
        String title, List<Change> changes, SortedMap<String, String> effect, boolean safe) {
    public Fix {
        changes = List.copyOf(changes);
        effect = Collections.unmodifiableSortedMap(new TreeMap<>(effect));
    }

    /** A fix that somebody has to choose, and of which nothing is computed. */
    public Fix(String title, List<Change> changes) {
        this(title, changes, new TreeMap<>(), false);
    }

    public static Fix of(String title, Change... changes) {
        return new Fix(title, List.of(changes));
    }

    /** The same, to be made without asking. */
    public Fix safely() {
        return new Fix(title, changes, effect, true);
    }

    /** The same by other changes. */
    public Fix by(List<Change> other) {
        return new Fix(title, other, effect, safe);
    }

    public Fix bringing(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(effect);
        more.put(name, value);
        return new Fix(title, changes, more, safe);
    }
}
