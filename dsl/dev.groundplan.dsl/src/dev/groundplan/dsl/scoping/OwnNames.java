package dev.groundplan.dsl.scoping;

import dev.groundplan.dsl.model.Named;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;

/** Everything is called by its own name alone, wherever it stands. */
public final class OwnNames extends IQualifiedNameProvider.AbstractImpl {
    @Override
    public QualifiedName getFullyQualifiedName(EObject object) {
        if (!(object instanceof Named named)
                || named.getName() == null
                || named.getName().isEmpty()) {
            return null;
        }
        return QualifiedName.create(named.getName());
    }
}
