package dev.groundplan.dsl.scoping;

import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;

/** One segment for each name: meta-llama/Llama-3.1-8B has dots of its own. */
public final class WholeNames implements IQualifiedNameConverter {
    @Override
    public String toString(QualifiedName name) {
        return name.toString();
    }

    @Override
    public QualifiedName toQualifiedName(String name) {
        return QualifiedName.create(name);
    }
}
