package dev.groundplan.dsl.scanner;

import org.antlr.runtime.CharStream;

/**
 * Makes the tokens of one text, in order. It follows the braces, so that it knows for each word in
 * which block it stands, and gives the word the keyword's token only where it is one.
 */
public final class Scanner {
    /**
     * Nothing was scanned: comments, white space and punctuation are left to the generated scanner.
     */
    public static final int NONE = 0;

    private enum Before {
        NOTHING,
        NUMBER,
        /** A number with its unit. */
        AMOUNT,
        PER,
        /** A word behind which a name stands. */
        NAME_DUE
    }

    private final Vocabulary vocabulary;
    private Nesting nesting;

    /** The kind of block that the last keyword announced, until its brace. */
    private BlockKind announced;

    private String head;
    private Before before;
    private boolean inNames;
    private int lineIndentation;
    private int numberEnd;
    private boolean commentsEnd;
    private boolean beginning;

    public Scanner(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        reset();
    }

    /** Begins a new text. */
    public void reset() {
        nesting = new Nesting(vocabulary.file());
        announced = null;
        head = "";
        before = Before.NOTHING;
        inNames = false;
        lineIndentation = 0;
        numberEnd = -1;
        commentsEnd = true;
    }

    /**
     * Consumes one token.
     *
     * @return its number, or {@link #NONE} having consumed nothing; a forgotten brace is a token
     *     without characters
     */
    public int scan(CharStream in) {
        beginning = false;
        int c = in.LA(1);
        if (Lexemes.isLetter(c)) {
            return word(in);
        }
        if (Lexemes.isDigit(c) || c == '-' && Lexemes.isDigit(in.LA(2))) {
            return number(in);
        }
        return switch (c) {
            case '{' -> open(in);
            case '}' -> close(in);
            case ',' -> comma(in);
            case '"' -> text(in);
            case '^' -> escaped(in);
            case '%' -> {
                before = Before.AMOUNT;
                yield NONE;
            }
            case '.' -> dots(in);
            case '/' -> unfinishedComment(in);
            default -> c >= 0 && c < ' ' && !Lexemes.isSpace(c) ? control(in) : NONE;
        };
    }

    /** Whether the last token began a property or a block. */
    boolean isBeginning() {
        return beginning;
    }

    private int open(CharStream in) {
        noteLine(in);
        in.consume();
        if (!nesting.hasRoom()) {
            nesting.openTooDeep();
            return vocabulary.rule("DEEP");
        }
        nesting.open(announced, lineIndentation, false);
        endStatement();
        return vocabulary.keyword("{");
    }

    private void endStatement() {
        announced = null;
        head = "";
        before = Before.NOTHING;
        inNames = false;
    }

    private int close(CharStream in) {
        noteLine(in);
        in.consume();
        if (nesting.closeTooDeep()) {
            return vocabulary.rule("WORD");
        }
        endStatement();
        return nesting.close() ? vocabulary.keyword("}") : vocabulary.rule("WORD");
    }

    private int comma(CharStream in) {
        in.consume();
        before = inNames ? Before.NAME_DUE : Before.NOTHING;
        return vocabulary.keyword(",");
    }

    /** A range that breaks off ends its property. */
    private int dots(CharStream in) {
        if (in.LA(2) == '.' && !Lexemes.isNumberAt(in, 3)) {
            head = "";
        }
        return NONE;
    }

    private int text(CharStream in) {
        noteLine(in);
        before = Before.NOTHING;
        Lexemes.text(in);
        return vocabulary.rule("STRING");
    }

    private int escaped(CharStream in) {
        if (!Lexemes.isLetterOrDigit(in.LA(2))) {
            return NONE;
        }
        in.consume();
        return name(in);
    }

    private int name(CharStream in) {
        Lexemes.name(in);
        before = Before.NOTHING;
        inNames = true;
        return vocabulary.rule("WORD");
    }

    /** A comment without an end is no comment, else it would swallow the rest of the file. */
    private int unfinishedComment(CharStream in) {
        if (in.LA(2) != '*' || commentsEnd && Lexemes.endsComment(in)) {
            return NONE;
        }
        commentsEnd = false;
        Lexemes.take(in, 2);
        return vocabulary.rule("ANY_OTHER");
    }

    /**
     * Control characters are nothing of the language; the generated scanner uses some as place
     * holders.
     */
    private int control(CharStream in) {
        in.consume();
        return vocabulary.rule("ANY_OTHER");
    }

    private int number(CharStream in) {
        boolean fresh = noteLine(in);
        int date = Lexemes.dateAhead(in);
        if (date > 0) {
            Lexemes.take(in, date);
            before = Before.NOTHING;
            return vocabulary.rule(date == 10 ? "DATE" : "MONTH");
        }
        int digits = Lexemes.digitsAhead(in);
        int behind = in.LA(digits + 1);
        if (digits > 0 && (behind == '-' || behind == '/') && Lexemes.isLetter(in.LA(digits + 2))) {
            return name(in);
        }
        boolean goesOn = before != Before.NUMBER || Lexemes.isAfterDots(in);
        if (fresh || !goesOn) {
            head = ""; // the property has ended: what would join its parts means nothing here
        }
        if (in.LA(1) == '-') {
            in.consume();
        }
        Lexemes.number(in);
        before = before == Before.PER ? Before.PER : Before.NUMBER;
        numberEnd = in.index();
        return vocabulary.rule("NUMBER");
    }

    private int word(CharStream in) {
        int from = in.index();
        boolean fresh = noteLine(in);
        if (in.LA(1) == 'x' && before == Before.NUMBER && numberEnd == from && isKey("x")) {
            in.consume(); // 8xH100
            return keyword("x");
        }
        Lexemes.name(in);
        String word = in.substring(from, in.index() - 1);
        boolean key = isKey(word);
        if (before == Before.PER && (!key || vocabulary.isUnit(word))) {
            before = Before.AMOUNT;
            return vocabulary.rule("UNIT");
        }
        if (word.equals("per") && (before == Before.NUMBER || before == Before.AMOUNT)) {
            before = Before.PER;
            return vocabulary.keyword("per");
        }
        if (before == Before.NUMBER && isUnit(in, word, key, fresh)) {
            before = Before.AMOUNT;
            return vocabulary.rule("UNIT");
        }
        boolean property = fresh && (key || announced != null && announced.isHead(word));
        if (before == Before.NAME_DUE && !property) {
            before = Before.NOTHING;
            inNames = true;
            return vocabulary.rule("WORD");
        }
        if (key) {
            return keyword(word);
        }
        int brace = forgottenBrace(in, from, word, fresh);
        return brace != NONE ? brace : stray(fresh);
    }

    private boolean isUnit(CharStream in, String word, boolean key, boolean fresh) {
        return vocabulary.isUnit(word) ? !(key && Lexemes.isNumberAt(in, 1)) : !key && !fresh;
    }

    private boolean isKey(String word) {
        return nesting.kind().isHead(word) || nesting.kind().isJoint(head, word);
    }

    private int keyword(String word) {
        boolean joint = nesting.kind().isJoint(head, word);
        beginning = !joint;
        if (!joint) {
            head = word;
            announced = nesting.kind().opened(word);
        }
        inNames = false;
        before = nesting.kind().isBeforeName(head, word) ? Before.NAME_DUE : Before.NOTHING;
        return vocabulary.keyword(word);
    }

    private int stray(boolean fresh) {
        if (fresh) {
            announced = null;
        }
        head = "";
        before = Before.NOTHING;
        inNames = false;
        return vocabulary.rule("WORD");
    }

    /**
     * A word that means nothing here, but would if a brace had not been forgotten: the brace is
     * supplied as an empty token, so that the rest keeps its meaning. The indentation tells a block
     * that was not closed from a word in the wrong place.
     */
    private int forgottenBrace(CharStream in, int from, String word, boolean fresh) {
        BlockKind next = nesting.next(announced);
        boolean opens = next != null && (next.isHead(word) || next.behindAnyName() != null);
        if (opens && nesting.hasRoom()) {
            in.seek(from);
            nesting.open(announced, lineIndentation, true);
            endStatement();
            return vocabulary.keyword("{");
        }
        if (nesting.isLeftBy(word, lineIndentation, fresh)) {
            in.seek(from);
            nesting.close();
            endStatement();
            return vocabulary.keyword("}");
        }
        return NONE;
    }

    /** Keeps the indentation of the line that this token begins; whether it begins one. */
    private boolean noteLine(CharStream in) {
        int indentation = Lexemes.indentation(in);
        if (indentation >= 0) {
            lineIndentation = indentation;
        }
        return indentation >= 0;
    }
}
