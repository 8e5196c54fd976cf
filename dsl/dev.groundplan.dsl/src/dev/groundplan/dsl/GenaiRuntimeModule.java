package dev.groundplan.dsl;

import com.google.inject.Binder;
import com.google.inject.Provider;
import com.google.inject.name.Names;
import dev.groundplan.dsl.conversion.GenaiValues;
import dev.groundplan.dsl.parser.antlr.internal.InternalGenaiLexer;
import dev.groundplan.dsl.parsing.RecoveringParser;
import dev.groundplan.dsl.parsing.SyntaxMessages;
import dev.groundplan.dsl.parsing.WholeTextParsing;
import dev.groundplan.dsl.scanner.GenaiLexer;
import dev.groundplan.dsl.scoping.GenaiScopeProvider;
import dev.groundplan.dsl.scoping.OwnNames;
import dev.groundplan.dsl.scoping.WholeNames;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.scoping.IScopeProvider;

/** The parts of the language that are ours instead of Xtext's usual ones. */
public class GenaiRuntimeModule extends AbstractGenaiRuntimeModule {
    @Override
    public Class<? extends Lexer> bindLexer() {
        return GenaiLexer.class;
    }

    @Override
    public Provider<? extends InternalGenaiLexer> provideInternalGenaiLexer() {
        return GenaiLexer::new;
    }

    @Override
    public void configureRuntimeLexer(Binder binder) {
        binder.bind(Lexer.class)
                .annotatedWith(Names.named(LexerBindings.RUNTIME))
                .to(GenaiLexer.class);
    }

    @Override
    public Class<? extends IParser> bindIParser() {
        return RecoveringParser.class;
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return GenaiValues.class;
    }

    @Override
    public Class<? extends IPartialParsingHelper> bindIPartialParserHelper() {
        return WholeTextParsing.class;
    }

    public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
        return SyntaxMessages.class;
    }

    public Class<? extends IQualifiedNameConverter> bindIQualifiedNameConverter() {
        return WholeNames.class;
    }

    @Override
    public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
        return OwnNames.class;
    }

    @Override
    public Class<? extends IScopeProvider> bindIScopeProvider() {
        return GenaiScopeProvider.class;
    }

    @Override
    public void configureIScopeProviderDelegate(Binder binder) {
        // the scope provider asks nobody else
    }
}
