package dev.groundplan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What public signatures and names look like. */
class StyleTest {
    private static final String WITHOUT_UNIT =
            "a bare number has lost its unit, and bytes get added to seconds;"
                    + " double appears in signatures of core.units alone";

    private static final Pattern BARE =
            Pattern.compile(
                    "double|float|java\\.lang\\.(Double|Float)|java\\.util\\.OptionalDouble"
                            + "|java\\.util\\.stream\\.DoubleStream"
                            + "|java\\.util\\.function\\.(To)?Double\\w+");

    private static final DescribedPredicate<JavaMember> PUBLIC =
            DescribedPredicate.describe(
                    "can be seen from other packages",
                    member ->
                            Code.isPublic(member.getOwner())
                                    && !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                                    && (member.getModifiers().contains(JavaModifier.PUBLIC)
                                            || member.getModifiers()
                                                    .contains(JavaModifier.PROTECTED)));

    @Test
    void methodsAndConstructorsSpeakInQuantities() {
        codeUnits()
                .that(PUBLIC)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("dev.groundplan.core.units..")
                .should(
                        new ArchCondition<JavaCodeUnit>("neither take nor return a bare number") {
                            @Override
                            public void check(JavaCodeUnit unit, ConditionEvents events) {
                                boolean bare =
                                        Stream.concat(
                                                        unit.getParameterTypes().stream(),
                                                        Stream.of(unit.getReturnType()))
                                                .anyMatch(StyleTest::isBare);
                                events.add(
                                        new SimpleConditionEvent(
                                                unit, !bare, unit.getDescription()));
                            }
                        })
                .because(WITHOUT_UNIT)
                .check(Code.classes());
    }

    @Test
    void fieldsHoldQuantities() {
        fields().that(PUBLIC)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("dev.groundplan.core.units..")
                .should(
                        new ArchCondition<JavaField>("not hold a bare number") {
                            @Override
                            public void check(JavaField field, ConditionEvents events) {
                                events.add(
                                        new SimpleConditionEvent(
                                                field,
                                                !isBare(field.getType()),
                                                field.getDescription()));
                            }
                        })
                .because(WITHOUT_UNIT)
                .allowEmptyShould(true)
                .check(Code.classes());
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Activator")
                .orShould()
                .implement("org.osgi.framework.BundleActivator")
                .because(
                        "such names stop nobody from putting anything in; and what runs when a bundle"
                                + " starts does not run on the command line")
                .check(Code.classes());
    }

    @Test
    void interfacesAreNamedForWhatTheyAre() {
        classes()
                .that()
                .areInterfaces()
                .should()
                .haveSimpleNameNotStartingWith("Abstract")
                .andShould(
                        new ArchCondition<JavaClass>("not be marked by an I") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                events.add(
                                        new SimpleConditionEvent(
                                                type,
                                                !type.getSimpleName().matches("I[A-Z][a-z].*"),
                                                type.getDescription()));
                            }
                        })
                .because(
                        "whether a type is an interface is its declaration's business, not its name's")
                .check(Code.classes());
    }

    private static boolean isBare(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(raw -> BARE.matcher(raw.getBaseComponentType().getName()).matches());
    }
}
