package dev.groundplan.core.plan;

import dev.groundplan.core.units.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the text says that has no meaning; a rule turns each kind into a finding. */
public sealed interface Misreading {
    SourceRange range();

    /**
     * Text that the grammar does not know; the message is for people and names what was expected.
     */
    record Syntax(SourceRange range, String message, List<String> suggestions)
            implements Misreading {}

    /** A name that nothing declares. */
    record UnresolvedName(
            SourceRange range, SubjectId owner, String kind, String written, List<String> similar)
            implements Misreading {}

    /**
     * A quantity of another dimension than its property has.
     *
     * @param expected the dimension in words, such as "a duration"
     * @param example a right value, such as "800 ms"
     * @param corrected what was probably meant, when the tool can tell
     */
    record WrongDimension(
            SourceRange range,
            SubjectId owner,
            String property,
            String written,
            String expected,
            String example,
            Optional<String> corrected)
            implements Misreading {}

    /** A word outside the property's vocabulary. */
    record UnknownWord(
            SourceRange range,
            SubjectId owner,
            String property,
            String written,
            List<String> allowed)
            implements Misreading {}

    /** Low, likely and high do not rise. */
    record RangeOutOfOrder(
            SourceRange range, SubjectId owner, String property, String written, String ordered)
            implements Misreading {}

    /** A value of the right dimension that cannot be: negative, too large, no such day. */
    record ImpossibleValue(
            SourceRange range, SubjectId owner, String property, String written, String reason)
            implements Misreading {}

    /**
     * Money in a currency that no exchange turns into the project's.
     *
     * @param written the amount's currency
     * @param currency the project's
     * @param day whose rates count
     * @param since from when on there is one, when it is too late
     */
    record MixedCurrency(
            SourceRange range,
            SubjectId owner,
            String property,
            CurrencyCode written,
            CurrencyCode currency,
            LocalDate day,
            Optional<LocalDate> since)
            implements Misreading {}

    /** The same property or name twice. */
    record Duplicate(SourceRange range, SubjectId owner, String what, SourceRange first)
            implements Misreading {}

    /**
     * A declaration that takes the place of one further out.
     *
     * @param kind in a word, such as "accelerator"
     * @param place where the other one stands, in words
     */
    record Shadowing(SourceRange range, SubjectId owner, String kind, String name, String place)
            implements Misreading {}

    /** An import that is not followed. */
    record RefusedImport(SourceRange range, String path, String reason) implements Misreading {}

    /**
     * A scenario that extends itself, over others or at once.
     *
     * @param circle the names on the way, the scenario itself first
     */
    record CircularExtension(SourceRange range, SubjectId owner, List<String> circle)
            implements Misreading {}

    /**
     * A scenario takes away what something that stays cannot do without.
     *
     * @param range where it is taken away
     * @param what the name that is gone
     * @param owner what needs it
     * @param property the property of the owner that names it
     * @param place where that is written
     */
    record StillNeeded(
            SourceRange range, String what, SubjectId owner, String property, SourceRange place)
            implements Misreading {}
}
