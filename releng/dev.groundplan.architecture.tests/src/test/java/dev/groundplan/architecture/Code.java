package dev.groundplan.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;

/** The classes that people wrote and that ship. */
final class Code {
    /** Whole packages that EMF and Xtext generate. */
    private static final List<String> GENERATED_PACKAGES =
            List.of(
                    "dev.groundplan.dsl.model",
                    "dev.groundplan.dsl.parser.antlr",
                    "dev.groundplan.dsl.serializer",
                    "dev.groundplan.dsl.services");

    /** Generated classes in packages that are not. */
    private static final Set<String> GENERATED_CLASSES =
            Set.of(
                    "dev.groundplan.dsl.AbstractGenaiRuntimeModule",
                    "dev.groundplan.dsl.GenaiStandaloneSetupGenerated",
                    "dev.groundplan.dsl.scoping.AbstractGenaiScopeProvider",
                    "dev.groundplan.dsl.validation.GenaiValidator");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("dev.groundplan")
                    .that(DescribedPredicate.describe("are written by people", Code::isWritten));

    private Code() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** Patterns for the packages of bundles, given without the namespace. */
    static String[] rooms(String... bundles) {
        String[] patterns = new String[bundles.length];
        for (int i = 0; i < bundles.length; i++) {
            patterns[i] = Room.NAMESPACE + bundles[i] + "..";
        }
        return patterns;
    }

    /** Whether code outside its package can name it. */
    static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(Code::isPublic).orElse(true);
    }

    private static boolean isWritten(JavaClass type) {
        String name = type.getPackageName();
        String outermost = type.getName().replaceFirst("\\$.*", "");
        return !GENERATED_CLASSES.contains(outermost)
                && GENERATED_PACKAGES.stream()
                        .noneMatch(generated -> (name + ".").startsWith(generated + "."));
    }
}
