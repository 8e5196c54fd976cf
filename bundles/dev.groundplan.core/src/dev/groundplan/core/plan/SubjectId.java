package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity of a subject: the names on the way to it, unnamed blocks by their keyword, such as
 * {@code support-assistant/alignment/lora-tickets}. It survives reformatting and reordering; a
 * slash inside a name is escaped.
 */
public record SubjectId(List<String> segments) {
    public SubjectId {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a subject has at least the project's name");
        }
        segments = List.copyOf(segments);
    }

    public static SubjectId of(String... segments) {
        return new SubjectId(List.of(segments));
    }

    /** Reads what {@link #toString} wrote. */
    public static SubjectId parse(String text) {
        return new SubjectId(EscapedPath.split(text, '/'));
    }

    public SubjectId child(String segment) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new SubjectId(longer);
    }

    public Optional<SubjectId> parent() {
        return segments.size() == 1
                ? Optional.empty()
                : Optional.of(new SubjectId(segments.subList(0, segments.size() - 1)));
    }

    /** Whether it is the other, or inside it. */
    public boolean isIn(SubjectId other) {
        int depth = other.segments.size();
        return segments.size() >= depth && segments.subList(0, depth).equals(other.segments);
    }

    public String last() {
        return segments.getLast();
    }

    @Override
    public String toString() {
        return EscapedPath.join(segments, '/');
    }
}
