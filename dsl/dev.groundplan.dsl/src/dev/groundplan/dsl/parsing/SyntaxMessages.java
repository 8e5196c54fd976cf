package dev.groundplan.dsl.parsing;

import dev.groundplan.dsl.conversion.Quotation;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;

/** What the parser says, in words for people: what was expected in this place, and what stands there. */
public final class SyntaxMessages implements ISyntaxErrorMessageProvider {
    /** A place where something else was expected. */
    public static final String UNEXPECTED = "unexpected";

    /** The issue data of a block that is open at the end of the file. */
    static final String END = "end";

    /** A name, number, date or text that cannot be read. */
    public static final String UNREADABLE = "unreadable";

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        RecognitionException error = context.getRecognitionException();
        String expected =
                Expectation.at(context.getCurrentNode())
                        .phrase(expectedToken(error, context.getTokenNames()));
        Token token = error == null ? null : error.token;
        if (token == null || token.getType() == Token.EOF) {
            return new SyntaxErrorMessage(
                    "expected " + expected + ", found the end of the file",
                    UNEXPECTED,
                    new String[] {END});
        }
        return new SyntaxErrorMessage(
                "expected " + expected + ", found " + found(token), UNEXPECTED);
    }

    private static String expectedToken(RecognitionException error, String[] names) {
        if (error instanceof MismatchedTokenException mismatch
                && mismatch.expecting >= 0
                && mismatch.expecting < names.length) {
            return names[mismatch.expecting];
        }
        return "";
    }

    private static String found(Token token) {
        String text = token.getText();
        return text == null || text.isEmpty() ? "the next line" : Quotation.of(text);
    }

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
        INode node = context.getCurrentNode();
        String message = context.getValueConverterException().getMessage();
        return new SyntaxErrorMessage(
                message == null
                        ? Quotation.of(node.getText().strip()) + " cannot be read"
                        : message,
                UNREADABLE);
    }
}
