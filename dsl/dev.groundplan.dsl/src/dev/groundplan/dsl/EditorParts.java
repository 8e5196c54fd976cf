package dev.groundplan.dsl;

import java.io.Writer;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.parser.IEncodingProvider;
import org.eclipse.xtext.resource.IContainer;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.serializer.ISerializer;
import org.eclipse.xtext.util.ReplaceRegion;
import org.eclipse.xtext.validation.IConcreteSyntaxValidator;
import org.eclipse.xtext.validation.IResourceValidator;

/**
 * Stands in for the parts of Xtext's resource that write text, validate and index. A resource
 * demands them when it is made, and making them costs more than reading a file.
 */
final class EditorParts implements ISerializer, IConcreteSyntaxValidator, IResourceServiceProvider {
    private static UnsupportedOperationException unneeded() {
        return new UnsupportedOperationException("this language was set up for reading only");
    }

    @Override
    public String serialize(EObject object) {
        throw unneeded();
    }

    @Override
    public String serialize(EObject object, SaveOptions options) {
        throw unneeded();
    }

    @Override
    public void serialize(EObject object, Writer writer, SaveOptions options) {
        throw unneeded();
    }

    @Override
    public ReplaceRegion serializeReplacement(EObject object, SaveOptions options) {
        throw unneeded();
    }

    @Override
    public boolean validateObject(
            EObject object, IDiagnosticAcceptor acceptor, Map<Object, Object> context) {
        throw unneeded();
    }

    @Override
    public boolean validateRecursive(
            EObject object, IDiagnosticAcceptor acceptor, Map<Object, Object> context) {
        throw unneeded();
    }

    @Override
    public IResourceValidator getResourceValidator() {
        throw unneeded();
    }

    @Override
    public IResourceDescription.Manager getResourceDescriptionManager() {
        throw unneeded();
    }

    @Override
    public IContainer.Manager getContainerManager() {
        throw unneeded();
    }

    @Override
    public IEncodingProvider getEncodingProvider() {
        throw unneeded();
    }

    @Override
    public boolean canHandle(URI uri) {
        return true;
    }

    @Override
    public <T> T get(Class<T> type) {
        throw unneeded();
    }
}
