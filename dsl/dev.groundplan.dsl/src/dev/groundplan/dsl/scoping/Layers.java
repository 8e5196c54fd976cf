package dev.groundplan.dsl.scoping;

import dev.groundplan.dsl.model.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;

/** Names of several places, the nearest first. */
final class Layers implements IScope {
    private final List<Names> layers;
    private final EClass type;

    Layers(List<Names> layers, EClass type) {
        this.layers = layers;
        this.type = type;
    }

    @Override
    public IEObjectDescription getSingleElement(QualifiedName name) {
        for (Names layer : layers) {
            Named found = layer.find(name.toString(), type);
            if (found != null) {
                return EObjectDescription.create(name, found);
            }
        }
        return null;
    }

    @Override
    public Iterable<IEObjectDescription> getElements(QualifiedName name) {
        IEObjectDescription found = getSingleElement(name);
        return found == null ? List.of() : List.of(found);
    }

    @Override
    public IEObjectDescription getSingleElement(EObject object) {
        Iterable<IEObjectDescription> elements = getElements(object);
        return elements.iterator().hasNext() ? elements.iterator().next() : null;
    }

    @Override
    public Iterable<IEObjectDescription> getElements(EObject object) {
        URI uri = EcoreUtil.getURI(object);
        List<IEObjectDescription> found = new ArrayList<>();
        for (IEObjectDescription description : getAllElements()) {
            if (description.getEObjectOrProxy() == object
                    || uri.equals(description.getEObjectURI())) {
                found.add(description);
            }
        }
        return found;
    }

    @Override
    public Iterable<IEObjectDescription> getAllElements() {
        Map<String, Named> all = new LinkedHashMap<>();
        layers.forEach(layer -> layer.collect(type, all));
        List<IEObjectDescription> elements = new ArrayList<>();
        all.forEach((name, named) -> elements.add(EObjectDescription.create(name, named)));
        return elements;
    }
}
