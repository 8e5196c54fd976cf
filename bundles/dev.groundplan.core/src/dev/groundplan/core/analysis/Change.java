package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Ratio;
import java.util.Optional;

/**
 * A change of the file in terms of subjects and properties; the language turns it into minimal
 * edits of the text. A fix, an advice and a form edit are all this.
 */
public sealed interface Change {
    SubjectId subject();

    /**
     * Gives a property a value, in place of the old one or on a new line.
     *
     * @param property a keyword, such as {@code hardware}
     * @param value as it is written in the language
     */
    record Set(SubjectId subject, String property, String value) implements Change {}

    /**
     * Puts text at the end of a block. Blocks on the way that do not exist are created.
     *
     * @param subject the block, such as {@code project/evaluation}
     * @param text one or more lines without outer indentation
     */
    record Insert(SubjectId subject, String text) implements Change {}

    /** Takes away a property, or the whole block when no property is named. */
    record Remove(SubjectId subject, Optional<String> property) implements Change {}

    /** Gives a block another name, and follows it wherever it is mentioned. */
    record Rename(SubjectId subject, String name) implements Change {}

    /** Replaces a stretch of text that has no meaning yet, such as a misspelt word. */
    record Replace(SubjectId subject, SourceRange range, String text) implements Change {}

    /**
     * Makes a range of a single value that is written there: it stays the middle, and keeps its
     * unit.
     *
     * @param spread to either side, as a share of the value, below one
     */
    record Widen(SubjectId subject, SourceRange range, Ratio spread) implements Change {}
}
