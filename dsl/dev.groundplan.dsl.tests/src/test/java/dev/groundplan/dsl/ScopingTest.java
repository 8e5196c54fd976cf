package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.dsl.GenaiParser.LibraryText;
import dev.groundplan.dsl.model.Named;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.Test;

/** Which declaration a name means. */
class ScopingTest {
    private static List<Resource> catalogue(String text) {
        List<Resource> resources = new ArrayList<>();
        Texts.parser()
                .library(List.of(new LibraryText("test.genai", text)))
                .forEach(file -> resources.add(file.resource()));
        return resources;
    }

    /** Follows every reference and gives the written text of those that lead nowhere. */
    private static List<String> unresolved(Resource resource) {
        List<String> unresolved = new ArrayList<>();
        for (TreeIterator<EObject> all = resource.getAllContents(); all.hasNext(); ) {
            EObject object = all.next();
            for (EReference reference : object.eClass().getEAllReferences()) {
                if (!reference.isContainment() && !reference.isContainer()) {
                    List<?> targets =
                            object.eGet(reference) instanceof List<?> many
                                    ? many
                                    : listOf(object.eGet(reference));
                    for (int i = 0; i < targets.size(); i++) {
                        if (((EObject) targets.get(i)).eIsProxy()) {
                            unresolved.add(
                                    NodeModelUtils.getTokenText(
                                            NodeModelUtils.findNodesForFeature(object, reference)
                                                    .get(i)));
                        }
                    }
                }
            }
        }
        return unresolved;
    }

    private static List<?> listOf(Object value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The declaration that the first reference written as this name leads to. */
    private static Named target(ParsedFile file, String written) {
        for (TreeIterator<EObject> all = file.resource().getAllContents(); all.hasNext(); ) {
            EObject object = all.next();
            for (EReference reference : object.eClass().getEAllReferences()) {
                if (reference.isContainment() || reference.isContainer()) {
                    continue;
                }
                List<INode> nodes = NodeModelUtils.findNodesForFeature(object, reference);
                for (int i = 0; i < nodes.size(); i++) {
                    if (NodeModelUtils.getTokenText(nodes.get(i)).equals(written)) {
                        return (Named)
                                (object.eGet(reference) instanceof List<?> many
                                        ? many.get(i)
                                        : object.eGet(reference));
                    }
                }
            }
        }
        throw new AssertionError("nothing is written " + written);
    }

    @Test
    void aNameThatNothingDeclaresKeepsItsText() {
        ParsedFile file =
                Texts.parse("project p { model { existing no/such-model  candidates ^model } }");
        assertEquals(List.of(), file.problems());
        assertEquals(List.of("no/such-model", "^model"), unresolved(file.resource()));
    }

    @Test
    void namesOfDifferentKindsDoNotMeet() {
        ParsedFile file =
                Texts.parse(
                        """
                        dataset golden { }
                        metric golden { }
                        project p {
                          team { role golden { people 1 } }
                          alignment { prompt golden { } fine-tune t { on golden after golden } }
                          evaluation { gate golden { metric golden on golden } human { time 4 min by golden } }
                          risks { risk golden { hits golden } }
                        }
                        """);
        assertEquals(List.of(), unresolved(file.resource()));
    }

    @Test
    void stepsWithoutANameAreCalledByTheirKeyword() {
        ParsedFile file =
                Texts.parse(
                        """
                        metric m { }
                        model a/b { }
                        project p {
                          model { existing a/b }
                          evaluation { gate g { of quantise, prune, distil, serve  metric m } }
                          augmentation { flow answer { steps model, serve } }
                          deployment { distil into a/b  prune { sparsity 50 % }  quantise fp8 }
                          decision d { options project, s }
                          scenario s { without quantise }
                        }
                        """);
        assertEquals(List.of(), unresolved(file.resource()));
        assertEquals("Project", target(file, "project").eClass().getName());
    }

    @Test
    void aScenarioComesBeforeItsBaseAndTheProject() {
        ParsedFile file =
                Texts.parse(
                        """
                        project p {
                          data { dataset d "project" { } dataset e "project" { } dataset f "project" { } }
                          scenario a { data { dataset d "a" { } dataset e "a" { } } }
                          scenario b extends a { data { dataset d "b" { } } alignment { fine-tune x { on d, e, f } } }
                        }
                        """);
        assertEquals(List.of(), unresolved(file.resource()));
        assertEquals("b", target(file, "d").getLabel());
        assertEquals("a", target(file, "e").getLabel());
        assertEquals("project", target(file, "f").getLabel());
    }

    @Test
    void insideOfOneProjectIsNotSeenByAnother() {
        ParsedFile file =
                Texts.parse(
                        "project p { data { dataset d { } } } project q { alignment { fine-tune f { on d } } }");
        assertEquals(List.of("d"), unresolved(file.resource()));
    }

    @Test
    void theCatalogueIsSeenAndShadowed() {
        List<Resource> catalogue =
                catalogue("model a/b \"library\" { }  model a/c { variant-of a/b }  licence l { }");
        assertEquals(List.of(), unresolved(catalogue.getFirst()));
        ParsedFile file =
                Texts.parse(
                        "model a/b \"own\" { licence l } project p { model { existing a/b candidates a/c } }",
                        catalogue);
        assertEquals(List.of(), unresolved(file.resource()));
        assertEquals("own", target(file, "a/b").getLabel());
        assertSame(catalogue.getFirst(), target(file, "a/c").eResource());
        ParsedFile other = Texts.parse("project p { model { existing a/b } }", catalogue);
        assertEquals("library", target(other, "a/b").getLabel());
    }

    @Test
    void aCycleOfScenariosEnds() {
        ParsedFile file =
                Texts.parse(
                        "project p { scenario a extends b { without x } scenario b extends a { without y } }");
        assertEquals(List.of("x", "y"), unresolved(file.resource()));
        assertTrue(file.problems().isEmpty());
        assertFalse(file.file().isEmpty());
    }
}
