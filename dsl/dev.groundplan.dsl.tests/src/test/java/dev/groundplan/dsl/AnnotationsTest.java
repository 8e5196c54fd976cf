package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.Properties.Property;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.scanner.GenaiLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

/** What the model says of its properties, on which checks, completion, hover and reference stand. */
class AnnotationsTest {
    private static final Set<String> KEYS =
            Set.of(
                    "dimension",
                    "range",
                    "example",
                    "default",
                    "vocabulary",
                    "open",
                    "repeats",
                    "doc",
                    "keyword");
    private static final Set<String> RANGES =
            Set.of("uncertain", "distribution", "profile", "bounds");

    private static List<EStructuralFeature> features() {
        List<EStructuralFeature> features = new ArrayList<>();
        for (EClassifier classifier : GenaiPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type) {
                features.addAll(type.getEStructuralFeatures());
            }
        }
        return features;
    }

    private static String path(EStructuralFeature feature) {
        return feature.getEContainingClass().getName() + "." + feature.getName();
    }

    @Test
    void detailsAreKnown() {
        for (EStructuralFeature feature : features()) {
            EAnnotation annotation = feature.getEAnnotation(Properties.ANNOTATION);
            if (annotation != null) {
                assertTrue(KEYS.containsAll(annotation.getDetails().keySet()), path(feature));
                String range = annotation.getDetails().get("range");
                assertTrue(range == null || RANGES.contains(range), path(feature));
                String dimension = annotation.getDetails().get("dimension");
                int named = dimension == null ? 0 : dimension.split(",").length;
                assertEquals(
                        named,
                        Properties.of(feature).orElseThrow().dimensions().size(),
                        path(feature));
            }
        }
    }

    @Test
    void everyPropertyHasAMeaning() {
        for (EClassifier classifier : GenaiPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
                    Optional<Property> property = Properties.of(feature);
                    boolean isWord =
                            property.isPresent()
                                    && GenaiLexer.vocabulary()
                                            .wordsIn(type.getName())
                                            .contains(property.get().keyword());
                    if (isWord && !isBlock(feature)) {
                        assertTrue(
                                property.get().meaning().isPresent(),
                                () -> type.getName() + "." + feature.getName());
                    }
                }
                assertTrue(
                        type.getEAnnotation(Properties.ANNOTATION) != null
                                || Set.of("GenaiFile", "StrayBlock").contains(type.getName()),
                        type::getName);
            }
        }
    }

    private static boolean isBlock(EStructuralFeature feature) {
        return feature.getEType() instanceof EClass type
                && type.getEStructuralFeature("strays") != null;
    }

    @Test
    void defaultsAreOfTheVocabulary() {
        for (EStructuralFeature feature : features()) {
            Properties.of(feature)
                    .filter(property -> !property.vocabulary().isEmpty() && !property.open())
                    .ifPresent(
                            property ->
                                    property.otherwise()
                                            .ifPresent(
                                                    word ->
                                                            assertTrue(
                                                                    property.vocabulary()
                                                                            .contains(word),
                                                                    path(feature))));
        }
    }

    @Test
    void examplesParse() {
        int examples = 0;
        for (EStructuralFeature feature : features()) {
            EClass type = feature.getEContainingClass();
            Optional<Property> property = Properties.of(feature);
            boolean isWord =
                    property.isPresent()
                            && GenaiLexer.vocabulary()
                                    .wordsIn(type.getName())
                                    .contains(property.get().keyword());
            if (isWord && property.get().example().isPresent()) {
                String line = property.get().keyword() + " " + property.get().example().get();
                Optional<String> text = Blocks.around(type.getName(), line);
                assertFalse(text.isEmpty(), () -> "no way into " + type.getName());
                assertEquals(List.of(), Texts.parse(text.get()).problems(), text::get);
                examples++;
            }
        }
        int seen = examples;
        assertTrue(seen > 200, () -> seen + " examples");
    }
}
