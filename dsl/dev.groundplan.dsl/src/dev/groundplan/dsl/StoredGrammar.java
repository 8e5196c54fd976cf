package dev.groundplan.dsl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.BinaryResourceImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.service.GrammarProvider;

/** The grammar from the file beside this class, without a detour through URLs. */
final class StoredGrammar extends GrammarProvider {
    static final String LANGUAGE = "dev.groundplan.dsl.Genai";
    private static final String FILE = "Genai.xtextbin";

    private Grammar grammar;

    StoredGrammar() {
        super(
                LANGUAGE,
                () -> {
                    throw new IllegalStateException("the grammar needs no set of its own");
                });
    }

    @Override
    public Grammar getGrammar(Object requestor) {
        if (grammar == null) {
            grammar = read();
        }
        return grammar;
    }

    private static Grammar read() {
        ResourceSet set = new ResourceSetImpl();
        URI uri = URI.createURI("classpath:/" + LANGUAGE.replace('.', '/') + ".xtextbin");
        Resource resource = new BinaryResourceImpl(uri);
        set.getResources().add(resource);
        try (InputStream in = StoredGrammar.class.getResourceAsStream(FILE)) {
            // it is read a byte at a time, for which a buffer would take a lock each
            resource.load(
                    new ByteArrayInputStream(in.readAllBytes()),
                    Map.of(BinaryResourceImpl.OPTION_BUFFER_CAPACITY, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (Grammar) resource.getContents().getFirst();
    }
}
