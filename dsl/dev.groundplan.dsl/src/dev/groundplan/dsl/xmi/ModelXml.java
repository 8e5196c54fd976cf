package dev.groundplan.dsl.xmi;

import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.GenaiPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ExtensibleURIConverterImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/** A model as XMI 2.0. Nothing but the bytes themselves is read, whatever they point to. */
final class ModelXml {
    private static final String APACHE = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    /** A document type is where entities and other files come from: there is none in XMI. */
    private static final Map<String, Boolean> FEATURES =
            Map.of(
                    XMLConstants.FEATURE_SECURE_PROCESSING,
                    true,
                    APACHE + "disallow-doctype-decl",
                    true,
                    APACHE + "nonvalidating/load-external-dtd",
                    false,
                    SAX + "external-general-entities",
                    false,
                    SAX + "external-parameter-entities",
                    false);

    private ModelXml() {}

    /** Refuses to open anything. */
    private static final class Closed extends ExtensibleURIConverterImpl {
        @Override
        public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
            throw new IOException("nothing else is read");
        }

        @Override
        public OutputStream createOutputStream(URI uri, Map<?, ?> options) throws IOException {
            throw new IOException("nothing is written");
        }
    }

    private static XMLResource resource() {
        ResourceSet set = new ResourceSetImpl();
        set.setURIConverter(new Closed());
        set.getPackageRegistry().put(GenaiPackage.eNS_URI, GenaiPackage.eINSTANCE);
        XMLResource resource = new XMIResourceImpl(URI.createURI("model.xmi"));
        set.getResources().add(resource);
        return resource;
    }

    /**
     * The file's model; what it names outside of itself is a link that holds the name.
     *
     * @throws Unusable when a text holds what XML cannot
     */
    static byte[] write(GenaiFile file) throws Unusable {
        EcoreUtil.Copier copier = new EcoreUtil.Copier(false);
        EObject copy = copier.copy(file);
        copier.forEach((original, copied) -> references(original, copied, copier));
        XMLResource resource = resource();
        resource.getContents().add(copy);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            resource.save(
                    bytes,
                    Map.of(
                            XMLResource.OPTION_ENCODING,
                            "UTF-8",
                            XMLResource.OPTION_LINE_WIDTH,
                            100));
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused bytes", e);
        } catch (RuntimeException e) {
            // control characters in a text: XML 1.0 has no spelling for them
            throw new Unusable("XML cannot hold it: " + e.getMessage());
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static void references(EObject original, EObject copied, Map<EObject, EObject> copies) {
        for (EReference reference : original.eClass().getEAllReferences()) {
            if (reference.isContainment()
                    || reference.isContainer()
                    || !original.eIsSet(reference)) {
                continue;
            }
            List<EObject> ends = new ArrayList<>();
            Object value = original.eGet(reference);
            List<?> targets = value instanceof List<?> many ? many : List.of(value);
            for (int i = 0; i < targets.size(); i++) {
                EObject inside = copies.get(targets.get(i));
                ends.add(
                        inside != null
                                ? inside
                                : OutsideNames.placeholder(
                                        reference.getEReferenceType(),
                                        OutsideNames.at(original, reference, i)));
            }
            if (reference.isMany()) {
                ((EList<EObject>) copied.eGet(reference)).addAll(ends);
            } else {
                copied.eSet(reference, ends.getFirst());
            }
        }
    }

    /**
     * The model in XMI of this language.
     *
     * @throws Unusable when it is none
     */
    static GenaiFile read(byte[] xml) throws Unusable {
        XMLResource resource = resource();
        try {
            resource.load(
                    new ByteArrayInputStream(xml),
                    Map.of(
                            XMLResource.OPTION_PARSER_FEATURES,
                            FEATURES,
                            XMLResource.OPTION_DISABLE_NOTIFY,
                            true));
        } catch (IOException | RuntimeException e) {
            throw new Unusable(reason(e, resource));
        }
        if (resource.getContents().size() == 1
                && resource.getContents().getFirst() instanceof GenaiFile file) {
            return file;
        }
        throw new Unusable("it holds no GenaiFile of " + GenaiPackage.eNS_URI);
    }

    private static String reason(Exception failure, Resource resource) {
        if (!resource.getErrors().isEmpty()) {
            Resource.Diagnostic first = resource.getErrors().getFirst();
            String reason = plain(first.getMessage());
            return first.getLine() > 0 ? "line " + first.getLine() + ": " + reason : reason;
        }
        return plain(String.valueOf(failure.getMessage()));
    }

    /** What the parser says, without how it says where: that names a file that is not there. */
    private static String plain(String message) {
        if (message.contains("disallow-doctype-decl")) {
            return "a document type is refused, and with it entities and other files: take out"
                    + " `<!DOCTYPE …>`";
        }
        String bare =
                message.replaceFirst("(?s)^.*columnNumber: \\d+; ", "")
                        .replaceFirst(" \\([^()]*, -?\\d+, -?\\d+\\)$", "");
        // of the library's own classes and objects nobody can make anything
        return Stream.of("Exception", "org.eclipse.", "dev.groundplan.", "null")
                        .anyMatch(bare::contains)
                ? "it does not follow the Ecore model, which `groundplan xmi --ecore` writes"
                : bare;
    }
}
