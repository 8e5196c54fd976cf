package dev.groundplan.core.plan;

/**
 * A stretch of a file. Offset and length count UTF-16 units from 0; lines and columns count from 1,
 * the end is exclusive.
 *
 * @param file the name as the user gave it, empty when the text has no file
 */
public record SourceRange(
        String file, int offset, int length, int line, int column, int endLine, int endColumn) {

    /** For what stands in no file: defaults and derived things. */
    public static final SourceRange NOWHERE = new SourceRange("", 0, 0, 0, 0, 0, 0);

    public boolean isKnown() {
        return line > 0;
    }

    /** Whether it lies inside the other, or is the same. */
    public boolean isIn(SourceRange other) {
        return file.equals(other.file)
                && offset >= other.offset
                && offset + length <= other.offset + other.length;
    }

    /** {@code file:line}, for people and for terminals that link it. */
    @Override
    public String toString() {
        return isKnown() ? file + ":" + line : "nowhere";
    }
}
