package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that the architect accepts, with a reason and an end.
 *
 * @param fromLine first line for which it holds, 1-based
 */
public record Waiver(
        String rule,
        Optional<LocalDate> until,
        Optional<String> because,
        SourceRange range,
        int fromLine,
        int toLine) {
    public boolean covers(String other, int line, LocalDate today) {
        return rule.equals(other)
                && line >= fromLine
                && line <= toLine
                && until.map(day -> !today.isAfter(day)).orElse(true);
    }
}
