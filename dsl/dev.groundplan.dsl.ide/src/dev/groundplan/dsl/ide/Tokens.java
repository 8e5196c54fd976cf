package dev.groundplan.dsl.ide;

import dev.groundplan.dsl.parser.antlr.internal.InternalGenaiLexer;
import dev.groundplan.dsl.scanner.GenaiLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/** The words of a text as the parser's own scanner sees them. */
public final class Tokens {
    /** The generated numbers of the braces have no names that survive a change of the grammar. */
    private static final int OPEN = type("{", 0);

    private static final int CLOSE = type("{}", 1);

    private static final Set<String> PARTS_OF_A_QUANTITY = Set.of("%", "per", "x");

    private Tokens() {}

    private static int type(String text, int index) {
        GenaiLexer lexer = lexer(text);
        for (int i = 0; i < index; i++) {
            lexer.nextToken();
        }
        return lexer.nextToken().getType();
    }

    private static GenaiLexer lexer(String text) {
        GenaiLexer lexer = new GenaiLexer();
        lexer.setCharStream(new ANTLRStringStream(text));
        return lexer;
    }

    /** Everything but white space, in order; never fails. */
    public static List<TextToken> of(String text) {
        GenaiLexer lexer = lexer(text);
        List<TextToken> tokens = new ArrayList<>();
        for (Token token = lexer.nextToken();
                token.getType() != Token.EOF;
                token = lexer.nextToken()) {
            CommonToken common = (CommonToken) token;
            int offset = common.getStartIndex();
            int length = common.getStopIndex() + 1 - offset;
            kind(common.getType(), text, offset, length)
                    .ifPresent(kind -> tokens.add(new TextToken(kind, offset, length)));
        }
        return tokens;
    }

    private static Optional<TokenKind> kind(int type, String text, int offset, int length) {
        return switch (type) {
            case InternalGenaiLexer.RULE_WS -> Optional.empty();
            case InternalGenaiLexer.RULE_WORD -> Optional.of(TokenKind.NAME);
            case InternalGenaiLexer.RULE_NUMBER -> Optional.of(TokenKind.NUMBER);
            case InternalGenaiLexer.RULE_UNIT -> Optional.of(TokenKind.UNIT);
            case InternalGenaiLexer.RULE_DATE, InternalGenaiLexer.RULE_MONTH ->
                    Optional.of(TokenKind.DATE);
            case InternalGenaiLexer.RULE_STRING -> Optional.of(TokenKind.STRING);
            case InternalGenaiLexer.RULE_ML_COMMENT, InternalGenaiLexer.RULE_SL_COMMENT ->
                    Optional.of(TokenKind.COMMENT);
            default -> Optional.of(keyword(type, text, offset, length));
        };
    }

    /** What is written as itself: braces, also forgotten ones, punctuation, keywords. */
    private static TokenKind keyword(int type, String text, int offset, int length) {
        if (type == OPEN) {
            return TokenKind.OPEN;
        }
        if (type == CLOSE) {
            return TokenKind.CLOSE;
        }
        if (PARTS_OF_A_QUANTITY.contains(text.substring(offset, offset + length))) {
            return TokenKind.UNIT;
        }
        return length > 0 && Character.isLetter(text.charAt(offset))
                ? TokenKind.KEYWORD
                : TokenKind.PUNCTUATION;
    }
}
