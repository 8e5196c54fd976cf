package dev.groundplan.core.plan;

import java.util.Optional;

/**
 * What a change of whole lines of a file does to the places around it: what stands before keeps its
 * place, what stands after moves by a number of characters and lines.
 *
 * @param from offset at which the changed stretch began
 * @param to offset at which it ended before the change; the next line is as it was
 * @param offset UTF-16 units by which what follows has moved
 * @param lines by which what follows has moved
 */
public record Shift(String file, int from, int to, int offset, int lines) {
    public boolean isNone() {
        return offset == 0 && lines == 0;
    }

    /** Where it stands now; empty for what lay in the changed stretch or held a part of it. */
    public Optional<SourceRange> of(SourceRange range) {
        int end = range.offset() + range.length();
        if (!range.isKnown() || !range.file().equals(file) || end <= from) {
            return Optional.of(range);
        }
        return range.offset() < to
                ? Optional.empty()
                : Optional.of(
                        new SourceRange(
                                file,
                                range.offset() + offset,
                                range.length(),
                                range.line() + lines,
                                range.column(),
                                range.endLine() + lines,
                                range.endColumn()));
    }
}
