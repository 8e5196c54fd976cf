package dev.groundplan.dsl.scanner;

import dev.groundplan.dsl.parser.antlr.internal.InternalGenaiLexer;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;

/** The generated scanner with ours before it. */
public final class GenaiLexer extends InternalGenaiLexer {
    private static final Vocabulary VOCABULARY =
            Vocabulary.of(InternalGenaiLexer.class.getResourceAsStream("InternalGenai.tokens"));

    private final Scanner scanner = new Scanner(VOCABULARY);

    /** The words that this scanner knows. */
    public static Vocabulary vocabulary() {
        return VOCABULARY;
    }

    /** Whether the last token began a property or a block. */
    public boolean isBeginning() {
        return scanner.isBeginning();
    }

    @Override
    public void setCharStream(CharStream in) {
        super.setCharStream(in);
        scanner.reset();
    }

    @Override
    public void mTokens() throws RecognitionException {
        int type = scanner.scan(input);
        if (type == Scanner.NONE) {
            super.mTokens();
        } else {
            state.type = type;
            state.channel = Token.DEFAULT_CHANNEL;
        }
    }
}
