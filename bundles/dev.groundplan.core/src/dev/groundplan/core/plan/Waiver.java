package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A finding that the architect accepts, with a reason and an end.
 *
 * @param until the last day on which it holds
 * @param range where it is written
 * @param place of the rule's name in it
 */
public record Waiver(
        String rule,
        Optional<LocalDate> until,
        Optional<String> because,
        SourceRange range,
        SourceRange place,
        Reach reach) {

    /** Which findings of the rule it accepts. */
    public sealed interface Reach {
        boolean holds(SubjectId subject, SourceRange range);
    }

    /** All of the project. */
    public record Everywhere() implements Reach {
        @Override
        public boolean holds(SubjectId subject, SourceRange range) {
            return true;
        }
    }

    /**
     * Those that stand on these lines.
     *
     * @param from first line, 1-based
     * @param to last line
     */
    public record Lines(String file, int from, int to) implements Reach {
        @Override
        public boolean holds(SubjectId subject, SourceRange range) {
            return range.file().equals(file) && range.line() >= from && range.line() <= to;
        }
    }

    /** Those about these blocks, or that stand in them. */
    public record Within(List<Part> parts) implements Reach {
        /** A block and where it is written. */
        public record Part(SubjectId id, SourceRange range) {}

        public Within {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(SubjectId subject, SourceRange range) {
            return parts.stream()
                    .anyMatch(
                            part ->
                                    subject.isIn(part.id())
                                            || range.isKnown() && range.isIn(part.range()));
        }
    }

    /** Whether it accepts a finding of that rule, whatever the day. */
    public boolean covers(String other, SubjectId subject, SourceRange place) {
        return rule.equals(other) && reach.holds(subject, place);
    }

    /** Whether it no longer holds. */
    public boolean isExpired(LocalDate today) {
        return until.map(today::isAfter).orElse(false);
    }
}
