package dev.groundplan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may know whom, finer than bundles can say. */
class LayersTest {
    @Test
    void everyRoomIsLookedAt() {
        Map<String, Room> rooms = Room.all();
        Set<String> empty = new TreeSet<>(rooms.keySet());
        Code.classes().forEach(type -> empty.remove(Room.of(type.getPackageName(), rooms)));
        empty.remove("dev.groundplan.dsl.model"); // all of it is generated
        assertEquals(
                Set.of(), empty, "a room whose classes are not on the class path is not tested");
    }

    @Test
    void emfAndXtextStayUnderDsl() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Code.rooms("dsl"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.emf..",
                        "org.eclipse.xtext..",
                        "org.antlr..",
                        "com.google.inject..",
                        "dev.groundplan.dsl.model..")
                .because(
                        "EMF ends at Lowering: what comes after it is immutable, runs on any thread and"
                                + " is tested without Eclipse (docs/decisions/0017)")
                .check(Code.classes());
    }

    @Test
    void swtAndTheWorkbenchStayInEditorAndWorkbench() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Code.rooms("editor", "workbench"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.swt..",
                        "org.eclipse.jface..",
                        "org.eclipse.ui..",
                        "org.eclipse.core..",
                        "org.eclipse.e4..",
                        "org.eclipse.text..",
                        "org.osgi..")
                .because("everything but the two bundles of the user interface runs without one")
                .check(Code.classes());
    }

    @Test
    void unitsKnowNothingOfPlans() {
        noClasses()
                .that()
                .resideInAPackage("dev.groundplan.core.units..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.groundplan.core.plan..", "dev.groundplan.core.analysis..")
                .because("core is read in the order units, plan, analysis")
                .check(Code.classes());
    }

    @Test
    void plansKnowNothingOfTheirAnalysis() {
        noClasses()
                .that()
                .resideInAPackage("dev.groundplan.core.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.groundplan.core.analysis..")
                .because("core is read in the order units, plan, analysis")
                .check(Code.classes());
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.groundplan.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a circle can only be read, moved and tested together")
                .check(Code.classes());
    }
}
