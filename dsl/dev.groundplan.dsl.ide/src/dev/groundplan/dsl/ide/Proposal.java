package dev.groundplan.dsl.ide;

/**
 * What may be written at a place.
 *
 * @param label as shown
 * @param text as inserted
 * @param offset of the text that it replaces
 * @param length of the text that it replaces
 * @param detail what it means, for people; may be empty
 */
public record Proposal(
        Kind kind, String label, String text, int offset, int length, String detail) {
    /** What is proposed. */
    public enum Kind {
        /** A word that opens a block. */
        BLOCK,
        /** A word that takes a value. */
        PROPERTY,
        /** A declared name. */
        NAME,
        /** A word of a fixed vocabulary. */
        WORD,
        /** A value as it may stand there. */
        VALUE,
        UNIT
    }
}
