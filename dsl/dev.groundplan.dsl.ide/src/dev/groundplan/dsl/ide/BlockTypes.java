package dev.groundplan.dsl.ide;

import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.model.GenaiPackage;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Which class of the model a block or a statement is, found by the words on the way to it. */
final class BlockTypes {
    private BlockTypes() {}

    /** The class of the innermost block; of the file when there is none. */
    static Optional<EClass> of(List<Block> path) {
        Optional<EClass> type = Optional.of(GenaiPackage.Literals.GENAI_FILE);
        for (Block block : path) {
            type = type.flatMap(outer -> BlockWords.opened(outer, block.keyword()));
        }
        return type;
    }

    /** The class of what a word begins inside a block: of a block, or of a statement with parts. */
    static Optional<EClass> inner(EClass outer, String keyword) {
        return BlockWords.opened(outer, keyword)
                .or(
                        () ->
                                feature(outer, keyword)
                                        .filter(f -> f instanceof EReference r && r.isContainment())
                                        .map(f -> ((EReference) f).getEReferenceType()));
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
