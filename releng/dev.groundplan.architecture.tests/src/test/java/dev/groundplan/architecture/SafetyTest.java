package dev.groundplan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no class does, or only those of some rooms: a promise kept by a test (decision 13). */
class SafetyTest {
    private static final String NOTHING_LEAVES =
            "plans and prices are nobody else's business, and files come from strangers: nothing"
                    + " connects, nothing is executed (docs/decisions/0013)";

    /** Of java.net, what names a place and cannot go there; URL can, see below. */
    private static final Set<String> NAMES_OF_PLACES =
            Set.of(
                    "java.net.URI",
                    "java.net.URISyntaxException",
                    "java.net.URL",
                    "java.net.URLDecoder",
                    "java.net.URLEncoder",
                    "java.net.MalformedURLException");

    @Test
    void nothingConnects() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        types(
                                "can open a connection",
                                type ->
                                        type.getPackageName().matches("java\\.net(\\..*)?")
                                                        && !NAMES_OF_PLACES.contains(type.getName())
                                                || type.getPackageName()
                                                        .matches(
                                                                "(javax\\.net|java\\.rmi|javax\\.naming|java\\.sql"
                                                                        + "|org\\.eclipse\\.core\\.net|com\\.sun\\.net"
                                                                        + "|org\\.eclipse\\.ecf)(\\..*)?")
                                                || type.getName()
                                                        .matches(
                                                                "java\\.nio\\.channels\\..*(Socket|Datagram).*")))
                .orShould()
                .accessTargetWhere(calls("java.net.URL", "open(Connection|Stream)|getContent"))
                .because(NOTHING_LEAVES)
                .check(Code.classes());
    }

    @Test
    void nothingIsStartedOrLoaded() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        types(
                                "start or load something",
                                type ->
                                        type.getName()
                                                .matches(
                                                        "java\\.lang\\.Process(Builder(\\$.*)?)?"
                                                                + "|java\\.io\\.Object(In|Out)putStream"
                                                                + "|java\\.net\\.URLClassLoader"
                                                                + "|java\\.lang\\.foreign\\..*|javax\\.script\\..*"
                                                                + "|javax\\.tools\\..*|java\\.beans\\.XML.*")))
                .orShould()
                .accessTargetWhere(calls("java.lang.Runtime", "exec|load|loadLibrary"))
                .orShould()
                .accessTargetWhere(calls("java.lang.System", "load|loadLibrary"))
                .orShould()
                .accessTargetWhere(
                        calls(
                                "java.awt.Desktop|org.eclipse.swt.program.Program",
                                "browse|open|execute|launch"))
                .because(NOTHING_LEAVES)
                .check(Code.classes());
    }

    @Test
    void nothingIsReflectedUpon() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .orShould()
                .accessTargetWhere(
                        calls(
                                "java.lang.Class",
                                "forName|newInstance|getDeclared\\w+|getMethods?|getFields?|getConstructors?"))
                .orShould()
                .accessTargetWhere(calls("java.lang.ClassLoader", "loadClass|defineClass"))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.ServiceLoader")
                .because(
                        "what runs is called by its name, and the compiler sees it"
                                + " (docs/decisions/0010)")
                .check(Code.classes());
    }

    @Test
    void threadsAreStartedByPlannerServerAndUserInterfaceAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Code.rooms("planner", "server", "editor", "workbench"))
                .should()
                .dependOnClassesThat(
                        types(
                                "are threads or wait for them",
                                type ->
                                        type.getName()
                                                        .matches(
                                                                "java\\.lang\\.Thread(\\$.*|Group)?|java\\.util\\.Timer(Task)?")
                                                || type.getPackageName()
                                                                .equals("java.util.concurrent")
                                                        && !type.getSimpleName()
                                                                .startsWith("Concurrent")))
                .orShould()
                .accessTargetWhere(
                        calls(
                                "java.util.(Collection|stream.BaseStream|stream.Stream)",
                                "parallel(Stream)?"))
                .because(
                        "everything else from Lowering to the reports is a function of its"
                                + " arguments; the planner's runs are so many that they share the"
                                + " machine's cores")
                .check(Code.classes());
    }

    @Test
    void printingIsForTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Code.rooms("cli"))
                .should()
                .accessTargetWhere(
                        calls("java.lang.System", "out|err|in|exit|setOut|setErr|console"))
                .orShould()
                .accessTargetWhere(
                        DescribedPredicate.describe(
                                "is printStackTrace()",
                                access -> access.getTarget().getName().equals("printStackTrace")))
                .because("standard output belongs to the command, and in an editor nobody reads it")
                .check(Code.classes());
    }

    @Test
    void filesAreWrittenByCommandLineAndWorkbenchAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Code.rooms("cli", "workbench"))
                .should()
                .accessTargetWhere(
                        calls(
                                "java.nio.file.Files",
                                "(write|create|delete|move|copy|set)\\w*|newOutputStream|newBufferedWriter|newByteChannel"))
                .orShould()
                .accessTargetWhere(
                        calls("java.io.File", "create\\w*|delete\\w*|mkdirs?|renameTo|set\\w+"))
                .orShould()
                .dependOnClassesThat(
                        types(
                                "write files",
                                type ->
                                        type.getName()
                                                .matches(
                                                        "java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)"
                                                                + "|java\\.nio\\.channels\\.(Asynchronous)?FileChannel"
                                                                + "|java\\.util\\.prefs\\..*")))
                .because(
                        "who analyses a file does not change it, nor anything beside it; an"
                                + " exporter is handed a stream")
                .check(Code.classes());
    }

    @Test
    void numbersDependOnNothingButTheFile() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Code.rooms("core", "estimators", "planner", "rules", "reports", "export"))
                .should()
                .dependOnClassesThat(
                        types(
                                "differ from one run or machine to the next",
                                type ->
                                        type.getName()
                                                .matches(
                                                        "java\\.util\\.(Random|UUID|concurrent\\.ThreadLocalRandom)"
                                                                + "|java\\.security\\.SecureRandom|java\\.time\\.Clock"
                                                                + "|java\\.nio\\.file\\.Files|java\\.io\\.File\\w*")))
                .orShould()
                .accessTargetWhere(calls("java.time.\\w+", "now"))
                .orShould()
                .accessTargetWhere(
                        calls("java.lang.System", "currentTimeMillis|nanoTime|getenv|getProperty"))
                .orShould()
                .accessTargetWhere(calls("java.lang.Math", "random"))
                .orShould()
                .accessTargetWhere(calls("java.util.Locale", "getDefault"))
                .orShould()
                .accessTargetWhere(
                        calls("java.time.ZoneId|java.util.TimeZone", "systemDefault|getDefault"))
                .because(
                        "the same file, catalogue and day give the same bytes on every machine; the"
                                + " day is an argument, randomness is keyed (docs/decisions/0003,"
                                + " 0014)")
                .check(Code.classes());
    }

    private static DescribedPredicate<JavaClass> types(
            String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    /** Calls of and accesses to members, both given as patterns. */
    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String names) {
        Pattern type = Pattern.compile(owner);
        Pattern member = Pattern.compile(names);
        return DescribedPredicate.describe(
                "is " + owner + "." + names,
                access ->
                        type.matcher(access.getTargetOwner().getName()).matches()
                                && member.matcher(access.getTarget().getName()).matches());
    }
}
