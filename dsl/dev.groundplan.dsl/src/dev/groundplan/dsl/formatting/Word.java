package dev.groundplan.dsl.formatting;

import dev.groundplan.dsl.parser.antlr.internal.InternalGenaiLexer;
import dev.groundplan.dsl.scanner.GenaiLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/**
 * What stands between two stretches of white space, as the scanner sees it.
 *
 * @param type the scanner's number
 * @param text as written; of a line's comment without the blanks at its end
 * @param offset in UTF-16 units
 * @param begins whether it begins a property or a block
 */
record Word(int type, Kind kind, String text, int offset, boolean begins) {
    enum Kind {
        OPEN,
        CLOSE,
        COMMA,
        /** Two dots or a colon, which join numbers. */
        JOINT,
        NUMBER,
        UNIT,
        TEXT,
        KEYWORD,
        NAME,
        /** To the end of the line. */
        COMMENT,
        /** Between slashes and stars. */
        REMARK,
        /** Nothing of the language. */
        OTHER,
        /** A brace that is missing, or too many. */
        TROUBLE
    }

    /** The words of a text, in order. Never fails. */
    static List<Word> of(String text) {
        GenaiLexer lexer = new GenaiLexer();
        lexer.setCharStream(new ANTLRStringStream(text));
        List<Word> words = new ArrayList<>();
        while (true) {
            Token token = lexer.nextToken();
            if (token.getType() == Token.EOF) {
                return words;
            }
            if (token.getType() != InternalGenaiLexer.RULE_WS) {
                words.add(of((CommonToken) token, text, lexer.isBeginning()));
            }
        }
    }

    private static Word of(CommonToken token, String all, boolean begins) {
        int from = token.getStartIndex();
        String text = all.substring(from, Math.max(from, token.getStopIndex() + 1));
        Kind kind = kind(token.getType(), text);
        String kept = kind == Kind.COMMENT ? text.stripTrailing() : text;
        return new Word(token.getType(), kind, kept, from, begins);
    }

    private static Kind kind(int type, String text) {
        if (text.isEmpty()) {
            return Kind.TROUBLE; // a brace that was forgotten
        }
        return switch (type) {
            case InternalGenaiLexer.RULE_SL_COMMENT -> Kind.COMMENT;
            case InternalGenaiLexer.RULE_ML_COMMENT -> Kind.REMARK;
            case InternalGenaiLexer.RULE_STRING -> Kind.TEXT;
            case InternalGenaiLexer.RULE_NUMBER,
                    InternalGenaiLexer.RULE_DATE,
                    InternalGenaiLexer.RULE_MONTH ->
                    Kind.NUMBER;
            case InternalGenaiLexer.RULE_UNIT -> Kind.UNIT;
            case InternalGenaiLexer.RULE_DEEP -> Kind.TROUBLE;
            case InternalGenaiLexer.RULE_ANY_OTHER -> Kind.OTHER;
            case InternalGenaiLexer.RULE_WORD -> text.equals("}") ? Kind.TROUBLE : Kind.NAME;
            default -> written(text);
        };
    }

    /** By its text, which is that of the keyword or sign in the grammar. */
    private static Kind written(String keyword) {
        return switch (keyword) {
            case "{" -> Kind.OPEN;
            case "}" -> Kind.CLOSE;
            case "," -> Kind.COMMA;
            case "..", ":" -> Kind.JOINT;
            case "%", "per", "x" -> Kind.UNIT;
            default -> Kind.KEYWORD;
        };
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isComment() {
        return kind == Kind.COMMENT || kind == Kind.REMARK;
    }

    int end() {
        return offset + text.length();
    }

    /** Whether the parser takes both for the same. */
    boolean isSameAs(Word other) {
        return type == other.type && begins == other.begins && text.equals(other.text);
    }
}
