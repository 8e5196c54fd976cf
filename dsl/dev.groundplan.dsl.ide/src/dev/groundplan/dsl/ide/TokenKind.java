package dev.groundplan.dsl.ide;

/** What a word is, in the block where it stands. */
public enum TokenKind {
    /** A word that its block defines. */
    KEYWORD,
    /** A declared name, a vocabulary word, or a word that means nothing here. */
    NAME,
    /** A number with its scale. */
    NUMBER,
    /** A date or a month. */
    DATE,
    /** A unit of a number. */
    UNIT,
    /** A text in quotes. */
    STRING,
    COMMENT,
    /** A brace that opens a block; empty where the scanner put a forgotten one. */
    OPEN,
    /** A brace that closes a block; empty where the scanner put a forgotten one. */
    CLOSE,
    /** Commas, dots between numbers, percent signs and whatever else there is. */
    PUNCTUATION
}
