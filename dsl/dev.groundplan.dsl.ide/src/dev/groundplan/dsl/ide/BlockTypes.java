package dev.groundplan.dsl.ide;

import dev.groundplan.dsl.Properties;
import dev.groundplan.dsl.model.ModelPackage;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Which class of the model a block is, found by the words on the way to it. */
final class BlockTypes {
    private BlockTypes() {}

    /** The class of the innermost block; of the file when there is none. */
    static Optional<EClass> of(List<Block> path) {
        Optional<EClass> type = Optional.of(ModelPackage.Literals.GENAI_FILE);
        for (Block block : path) {
            type = type.flatMap(outer -> inner(outer, block.keyword()));
        }
        return type;
    }

    /** The class of a block that this word opens inside another. */
    static Optional<EClass> inner(EClass outer, String keyword) {
        if (keyword.isEmpty()) {
            return Optional.of(ModelPackage.Literals.ACTUAL);
        }
        Optional<EClass> contained =
                feature(outer, keyword)
                        .filter(f -> f instanceof EReference r && r.isContainment())
                        .map(f -> ((EReference) f).getEReferenceType());
        if (contained.isPresent()) {
            return contained;
        }
        if (keyword.equals("model") && outer != ModelPackage.Literals.GENAI_FILE) {
            return Optional.of(ModelPackage.Literals.MODEL_CHOICE);
        }
        return ModelPackage.eINSTANCE.getEClassifiers().stream()
                .filter(EClass.class::isInstance)
                .map(EClass.class::cast)
                .filter(type -> !type.isAbstract() && isNamed(type, keyword))
                .findFirst();
    }

    private static boolean isNamed(EClassifier type, String keyword) {
        return type.getName().equalsIgnoreCase(keyword.replace("-", ""));
    }

    /** The feature behind a word of a block. */
    static Optional<EStructuralFeature> feature(EClass type, String keyword) {
        try {
            return Optional.of(Properties.feature(type, keyword));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a word that opens one of several kinds of block, or none
        }
    }

    /** What a class is for, in words. */
    static Optional<String> doc(EClass type) {
        EAnnotation annotation = type.getEAnnotation(Properties.ANNOTATION);
        return Optional.ofNullable(annotation).map(a -> a.getDetails().get("doc"));
    }
}
