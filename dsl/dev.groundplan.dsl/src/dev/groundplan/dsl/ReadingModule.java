package dev.groundplan.dsl;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Singleton;
import com.google.inject.name.Names;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.parser.antlr.GenaiAntlrTokenFileProvider;
import dev.groundplan.dsl.scanner.GenaiLexer;
import dev.groundplan.dsl.services.GenaiGrammarAccess;
import java.nio.charset.StandardCharsets;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.xtext.Constants;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.XtextPackage;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.linking.ILinkingService;
import org.eclipse.xtext.linking.LinkingScopeProviderBinding;
import org.eclipse.xtext.linking.impl.DefaultLinkingService;
import org.eclipse.xtext.linking.lazy.LazyLinker;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.linking.lazy.LazyURIEncoder;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.DefaultEcoreElementFactory;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.IEncodingProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.AntlrTokenDefProvider;
import org.eclipse.xtext.parser.antlr.IAntlrTokenFileProvider;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.resource.DefaultFragmentProvider;
import org.eclipse.xtext.resource.IFragmentProvider;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceFactory;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.serializer.ISerializer;
import org.eclipse.xtext.validation.IConcreteSyntaxValidator;

/**
 * The parts of Xtext that reading takes, and no others: setting all of them up takes longer than
 * reading a file. What is ours is what {@link GenaiRuntimeModule} binds.
 */
final class ReadingModule extends AbstractModule {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Sets the language up for reading. Nothing is registered by which others would find it. */
    static Injector injector() {
        EPackage.Registry packages = EPackage.Registry.INSTANCE;
        packages.putIfAbsent(GenaiPackage.eNS_URI, GenaiPackage.eINSTANCE);
        packages.putIfAbsent(XtextPackage.eNS_URI, XtextPackage.eINSTANCE);
        return Guice.createInjector(new ReadingModule());
    }

    @Override
    protected void configure() {
        GenaiRuntimeModule whole = new GenaiRuntimeModule();
        bind(ClassLoader.class).toInstance(ReadingModule.class.getClassLoader());
        bindConstant()
                .annotatedWith(Names.named(Constants.LANGUAGE_NAME))
                .to(StoredGrammar.LANGUAGE);
        bindConstant().annotatedWith(Names.named(Constants.FILE_EXTENSIONS)).to("genai");
        bindConstant()
                .annotatedWith(Names.named(LazyURIEncoder.USE_INDEXED_FRAGMENTS_BINDING))
                .to(true);
        bind(EPackage.Registry.class).toInstance(EPackage.Registry.INSTANCE);
        bind(EValidator.Registry.class).toInstance(EValidator.Registry.INSTANCE);
        bind(IResourceServiceProvider.Registry.class)
                .toInstance(IResourceServiceProvider.Registry.INSTANCE);
        // made here, so that nobody searches its many methods for something to inject
        bind(GenaiGrammarAccess.class)
                .toProvider(() -> new GenaiGrammarAccess(new StoredGrammar()))
                .in(Singleton.class);
        bind(IGrammarAccess.class).to(GenaiGrammarAccess.class);
        bind(IParser.class).to(whole.bindIParser());
        bind(IAntlrTokenFileProvider.class).to(GenaiAntlrTokenFileProvider.class);
        bind(ITokenDefProvider.class).to(AntlrTokenDefProvider.class);
        bind(Lexer.class)
                .annotatedWith(Names.named(LexerBindings.RUNTIME))
                .toProvider(GenaiLexer::new);
        bind(IValueConverterService.class).to(whole.bindIValueConverterService());
        bind(IPartialParsingHelper.class).to(whole.bindIPartialParserHelper());
        bind(ISyntaxErrorMessageProvider.class).to(whole.bindISyntaxErrorMessageProvider());
        bind(IQualifiedNameConverter.class).to(whole.bindIQualifiedNameConverter());
        bind(IQualifiedNameProvider.class).to(whole.bindIQualifiedNameProvider());
        bind(IScopeProvider.class).to(whole.bindIScopeProvider());
        bind(IScopeProvider.class)
                .annotatedWith(LinkingScopeProviderBinding.class)
                .to(whole.bindIScopeProvider());
        bind(IFragmentProvider.class).to(DefaultFragmentProvider.class);
        bind(IAstFactory.class).to(DefaultEcoreElementFactory.class);
        bind(ILinker.class).to(LazyLinker.class);
        bind(ILinkingService.class).to(DefaultLinkingService.class);
        bind(IEncodingProvider.class).toInstance(uri -> UTF_8);
        bind(XtextResource.class).to(LazyLinkingResource.class);
        bind(IResourceFactory.class).to(XtextResourceFactory.class);
        // parts of a resource that only an editor needs
        EditorParts parts = new EditorParts();
        bind(ISerializer.class).toInstance(parts);
        bind(IConcreteSyntaxValidator.class).toInstance(parts);
        bind(IResourceServiceProvider.class).toInstance(parts);
    }
}
