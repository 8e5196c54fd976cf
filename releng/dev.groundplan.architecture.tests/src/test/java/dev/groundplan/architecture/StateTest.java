package dev.groundplan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.export.Exporter;
import dev.groundplan.reports.Report;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing is remembered where two analyses could meet. */
class StateTest {
    /** Types of other people whose instances never change. */
    private static final Pattern IMMUTABLE =
            Pattern.compile(
                    "java\\.lang\\.(String|Integer|Long|Double|Boolean|Character|Class)"
                            + "|java\\.math\\.(BigDecimal|BigInteger|MathContext)"
                            + "|java\\.time\\.(format\\.)?\\w+"
                            + "|java\\.nio\\.charset\\.Charset"
                            + "|java\\.util\\.(Comparator|Locale|Optional|regex\\.Pattern|function\\.\\w+)"
                            + "|org\\.eclipse\\.swt\\.graphics\\.RGB");

    private static final Set<String> COLLECTIONS =
            Set.of("java.util.List", "java.util.Set", "java.util.Map");

    private static final DescribedPredicate<JavaClass> WITHOUT_STATE =
            DescribedPredicate.describe(
                    "are rules, estimators, reports or exporters",
                    type ->
                            !type.isInterface()
                                    && (type.isAssignableTo(Rule.class)
                                            || type.isAssignableTo(Estimator.class)
                                            || type.isAssignableTo(Report.class)
                                            || type.isAssignableTo(Exporter.class)));

    @Test
    void theFourFamiliesAreFinal() {
        classes()
                .that(WITHOUT_STATE)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("each is one thing with one page; what two share is a class of its own")
                .check(Code.classes());
    }

    @Test
    void theFourFamiliesHaveNoState() {
        fields().that()
                .areDeclaredInClassesThat(WITHOUT_STATE)
                .should()
                .beStatic()
                .because(
                        "one instance serves every analysis on every thread, and a what-if question"
                                + " must not change the answer to the next")
                .check(Code.classes());
    }

    @Test
    void staticsNeverChange() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .andShould(holdWhatNeverChanges())
                .because(
                        "a static that changes joins analyses that know nothing of each other; keep"
                                + " state in an object that someone owns")
                .check(Code.classes());
    }

    private static ArchCondition<JavaField> holdWhatNeverChanges() {
        return new ArchCondition<>("hold what never changes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean good =
                        COLLECTIONS.contains(type.getName())
                                ? holdsUnmodifiable(field)
                                : isImmutable(type);
                events.add(
                        new SimpleConditionEvent(
                                field, good, field.getDescription() + " of " + type.getName()));
            }
        };
    }

    private static boolean isImmutable(JavaClass type) {
        return type.isPrimitive()
                || type.isEnum()
                || type.isRecord()
                || IMMUTABLE.matcher(type.getName()).matches()
                || type.getPackageName().startsWith("dev.groundplan")
                        && type.getAllFields().stream()
                                .filter(
                                        field ->
                                                !field.getModifiers().contains(JavaModifier.STATIC))
                                .allMatch(
                                        field -> field.getModifiers().contains(JavaModifier.FINAL));
    }

    /** A list may be one that changes: only its class tells. */
    private static boolean holdsUnmodifiable(JavaField field) {
        if (field.getOwner()
                .getPackageName()
                .matches("dev\\.groundplan\\.(editor|workbench)(\\..*)?")) {
            return true; // its class cannot be loaded without Eclipse
        }
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return isUnmodifiable(reflected.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }

    private static boolean isUnmodifiable(Object collection) {
        String type = collection.getClass().getName();
        boolean itself =
                type.startsWith("java.util.ImmutableCollections$")
                        || type.matches(
                                "java\\.util\\.Collections\\$(Unmodifiable|Empty|Singleton).*");
        return itself && inner(collection).stream().allMatch(StateTest::isUnmodifiable);
    }

    private static List<Object> inner(Object collection) {
        Collection<?> parts =
                collection instanceof Map<?, ?> map ? map.values() : (Collection<?>) collection;
        return parts.stream()
                .filter(part -> part instanceof Map || part instanceof List || part instanceof Set)
                .<Object>map(part -> part)
                .toList();
    }
}
