package dev.groundplan.dsl.blocks;

import dev.groundplan.dsl.model.GenaiPackage;
import org.eclipse.emf.ecore.EClass;

/** Names must differ within one space only. */
public final class NameSpace {
    private NameSpace() {}

    /** The space of what has this type. */
    public static String of(EClass type) {
        if (GenaiPackage.eINSTANCE.getServable().isSuperTypeOf(type)) {
            return "model";
        }
        if (GenaiPackage.eINSTANCE.getStage().isSuperTypeOf(type)) {
            return "stage";
        }
        return type.getName();
    }
}
