package dev.groundplan.dsl.xmi;

import dev.groundplan.dsl.model.Deployment;
import dev.groundplan.dsl.model.Distil;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.ModelChoice;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Prune;
import dev.groundplan.dsl.model.Quantise;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * What a file names but does not hold: declarations of other files and of the catalogue. In XMI
 * they are links whose address holds the name alone, which is the same on every machine.
 */
final class OutsideNames {
    private static final String ADDRESS = "urn:groundplan:name";

    private OutsideNames() {}

    /** What stands for a name in a place for this type. */
    static EObject placeholder(EClass type, String name) {
        InternalEObject placeholder = (InternalEObject) EcoreUtil.create(concrete(type));
        placeholder.eSetProxyURI(
                URI.createURI(ADDRESS).appendFragment(URI.encodeFragment(name, false)));
        return placeholder;
    }

    private static EClass concrete(EClass type) {
        if (!type.isAbstract()) {
            return type;
        }
        return type.getEPackage().getEClassifiers().stream()
                .filter(EClass.class::isInstance)
                .map(EClass.class::cast)
                .filter(subtype -> !subtype.isAbstract() && type.isSuperTypeOf(subtype))
                // what stands outside a project rather than inside
                .min(Comparator.comparing(subtype -> !isDeclared(subtype)))
                .orElseThrow(() -> new IllegalStateException("nothing is a " + type.getName()));
    }

    private static boolean isDeclared(EClass type) {
        return GenaiPackage.eINSTANCE.getDeclaration().isSuperTypeOf(type);
    }

    /** The name by which an owner refers to something; nothing for a link to elsewhere. */
    static Optional<String> of(EObject owner, EObject target) {
        if (target instanceof Project && EcoreUtil.isAncestor(target, owner)) {
            return Optional.of("project");
        }
        return of(target);
    }

    private static Optional<String> of(EObject target) {
        if (target.eIsProxy()) {
            URI address = ((InternalEObject) target).eProxyURI();
            return ADDRESS.equals(address.trimFragment().toString())
                    ? Optional.ofNullable(address.fragment()).map(URI::decode)
                    : Optional.empty();
        }
        if (!(target instanceof Named named)) {
            return Optional.empty();
        }
        return Optional.ofNullable(named.getName()).or(() -> implied(named));
    }

    /** The name that stands in the text, whatever it leads to; "?" where there is no text. */
    static String at(EObject owner, EReference reference, int place) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(owner, reference);
        if (place >= nodes.size()) {
            return "?";
        }
        String written = NodeModelUtils.getTokenText(nodes.get(place));
        return written.startsWith("^") ? written.substring(1) : written;
    }

    /** Blocks without a name are called by a word of the language. */
    private static Optional<String> implied(Named named) {
        return switch (named) {
            case Distil distil -> Optional.of("distil");
            case Prune prune -> Optional.of("prune");
            case Quantise quantise -> Optional.of("quantise");
            case Deployment deployment -> Optional.of("serve");
            case ModelChoice choice -> Optional.of("model");
            default -> Optional.empty();
        };
    }
}
