package dev.groundplan.dsl;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Singleton;
import com.google.inject.binder.ConstantBindingBuilder;
import com.google.inject.name.Names;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.scanner.GenaiLexer;
import dev.groundplan.dsl.services.GenaiGrammarAccess;
import java.nio.charset.StandardCharsets;
import org.eclipse.emf.ecore.EPackage;
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
final class ReadingModule implements Module {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Sets the language up for reading. Nothing is registered by which others would find it. */
    static Injector injector() {
        EPackage.Registry packages = EPackage.Registry.INSTANCE;
        packages.putIfAbsent(GenaiPackage.eNS_URI, GenaiPackage.eINSTANCE);
        packages.putIfAbsent(XtextPackage.eNS_URI, XtextPackage.eINSTANCE);
        return Guice.createInjector(new ReadingModule());
    }

    @Override
    public void configure(Binder binder) {
        constant(binder, Constants.LANGUAGE_NAME).to(StoredGrammar.LANGUAGE);
        constant(binder, LazyURIEncoder.USE_INDEXED_FRAGMENTS_BINDING).to(true);
        ours(binder, new GenaiRuntimeModule());
        parsing(binder);
        linking(binder);
        // by a provider, here and below: Guice searches an instance for something to inject
        EditorParts parts = new EditorParts();
        binder.bind(ISerializer.class).toProvider(() -> parts);
        binder.bind(IConcreteSyntaxValidator.class).toProvider(() -> parts);
        binder.bind(IResourceServiceProvider.class).toProvider(() -> parts);
    }

    private static ConstantBindingBuilder constant(Binder binder, String name) {
        return binder.bindConstant().annotatedWith(Names.named(name));
    }

    private static void ours(Binder binder, GenaiRuntimeModule whole) {
        binder.bind(IParser.class).to(whole.bindIParser());
        binder.bind(IValueConverterService.class).to(whole.bindIValueConverterService());
        binder.bind(IPartialParsingHelper.class).to(whole.bindIPartialParserHelper());
        binder.bind(ISyntaxErrorMessageProvider.class).to(whole.bindISyntaxErrorMessageProvider());
        binder.bind(IQualifiedNameConverter.class).to(whole.bindIQualifiedNameConverter());
        binder.bind(IQualifiedNameProvider.class).to(whole.bindIQualifiedNameProvider());
        binder.bind(IScopeProvider.class)
                .annotatedWith(LinkingScopeProviderBinding.class)
                .to(whole.bindIScopeProvider());
    }

    private static void parsing(Binder binder) {
        binder.bind(GenaiGrammarAccess.class)
                .toProvider(() -> new GenaiGrammarAccess(new StoredGrammar()))
                .in(Singleton.class);
        binder.bind(IGrammarAccess.class).to(GenaiGrammarAccess.class);
        binder.bind(ITokenDefProvider.class).toProvider(() -> GenaiLexer.vocabulary()::tokenNames);
        binder.bind(Lexer.class)
                .annotatedWith(Names.named(LexerBindings.RUNTIME))
                .toProvider(GenaiLexer::new);
        binder.bind(IAstFactory.class).to(DefaultEcoreElementFactory.class);
        binder.bind(IEncodingProvider.class).toProvider(() -> file -> UTF_8);
    }

    private static void linking(Binder binder) {
        binder.bind(EPackage.Registry.class).toProvider(() -> EPackage.Registry.INSTANCE);
        binder.bind(IResourceFactory.class).to(XtextResourceFactory.class);
        binder.bind(XtextResource.class).to(LazyLinkingResource.class);
        binder.bind(IFragmentProvider.class).to(DefaultFragmentProvider.class);
        binder.bind(ILinker.class).to(LazyLinker.class);
        binder.bind(ILinkingService.class).to(DefaultLinkingService.class);
    }
}
