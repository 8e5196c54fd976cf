package dev.groundplan.dsl.parsing;

import dev.groundplan.dsl.parser.antlr.GenaiParser;
import dev.groundplan.dsl.parser.antlr.internal.InternalGenaiParser;
import dev.groundplan.dsl.scanner.GenaiLexer;
import dev.groundplan.dsl.services.GenaiGrammarAccess;
import org.antlr.runtime.IntStream;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;

/**
 * The generated parser, which skips one token where that would mend the text – but never a keyword: skipping the word
 * of the next property to find the missing value of this one would cost them both.
 */
public final class RecoveringParser extends GenaiParser {
    @Override
    protected InternalGenaiParser createParser(XtextTokenStream stream) {
        return new Recovering(stream, getGrammarAccess());
    }

    private static final class Recovering extends InternalGenaiParser {
        Recovering(XtextTokenStream stream, GenaiGrammarAccess grammar) {
            super(stream, grammar);
        }

        @Override
        public boolean mismatchIsUnwantedToken(IntStream tokens, int expected) {
            return !GenaiLexer.vocabulary().isKeyword(tokens.LA(1))
                    && super.mismatchIsUnwantedToken(tokens, expected);
        }
    }
}
