package dev.groundplan.dsl.xmi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.Texts;
import dev.groundplan.dsl.formatting.Formatter;
import dev.groundplan.dsl.reference.GeneratedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts become XMI that other tools read, and XMI becomes text that says the same. */
class ExchangeTest {
    private static final Path FILE = Path.of("exchange.genai").toAbsolutePath();
    private static final GenaiLanguage LANGUAGE = new GenaiLanguage(List.of(), "none");
    private static final Exchange EXCHANGE = LANGUAGE.exchange(FILE);

    static Stream<String> samples() {
        return Stream.concat(
                Texts.EXAMPLES.stream().map(Texts::read),
                Stream.of(
                        "",
                        "project p { deployment none }",
                        "project p { deployment { } model { } }",
                        "project p { owner \"a \\\"b\\\" \\\\ \\n c\" }",
                        "project p { owner \"\"\"two\r\n lines\"\"\" }",
                        "project p { scope { tasks data, model, tools, x  users 1..2..3M } }",
                        "region p { source unknown  confidence recalled }",
                        "project p { alignment { fine-tune f { on ^epochs, gone } } }"));
    }

    private static String back(String text) throws Unusable {
        return EXCHANGE.toText(EXCHANGE.toXmi(text));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thereAndBackIsTheSamePlan(String text) throws Unusable {
        String back = back(text);
        assertEquals(meaning(text), meaning(back));
        assertEquals(back, Formatter.format(back));
        assertEquals(back, back(back));
    }

    @Property(tries = 60)
    void soItIsWithFilesOfChance(@ForAll long seed) throws Unusable {
        String text = GeneratedText.of(new Random(seed));
        if (Texts.parse(text).problems().isEmpty()) {
            assertEquals(parts(meaning(text)), parts(meaning(back(text))));
        }
    }

    /**
     * In no order, each once: a model does not say which of two different properties stood first,
     * and its lists of names hold a name once.
     */
    private static List<String> parts(String meaning) {
        return meaning.lines()
                .map(line -> line.replaceAll("[\\[\\],]|^\\w+=", ""))
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * Everything that the text means, but for places, for what was misread at them, and for how a
     * scenario's outline quotes the text.
     */
    private static String meaning(String text) {
        GenaiLanguage.Reading reading =
                LANGUAGE.read("e.genai", FILE, text, LocalDate.of(2027, 1, 11), 1);
        StringBuilder meaning = new StringBuilder();
        for (Plan plan : reading.plans()) {
            meaning.append(plan.withMisreadings(List.of()).withScenarios(List.of())).append('\n');
        }
        return meaning.append(reading.declarations().catalogue())
                .toString()
                .replaceAll("e\\.genai:\\d+", "HERE")
                .replace(", ", ",\n");
    }

    @Test
    void otherToolsReadItByTheMetamodelAlone() throws Exception {
        ResourceSet set = new ResourceSetImpl();
        Resource ecore = new XMIResourceImpl(URI.createURI("genai.ecore"));
        set.getResources().add(ecore);
        ecore.load(new ByteArrayInputStream(Exchange.metamodel()), Map.of());
        EPackage metamodel = (EPackage) ecore.getContents().getFirst();
        assertEquals("http://groundplan.dev/genai/1", metamodel.getNsURI());
        set.getPackageRegistry().put(metamodel.getNsURI(), metamodel);
        Resource model = new XMIResourceImpl(URI.createURI("model.xmi"));
        set.getResources().add(model);
        byte[] xmi = EXCHANGE.toXmi(Texts.read("support-assistant.genai"));
        model.load(new ByteArrayInputStream(xmi), Map.of());
        EObject file = model.getContents().getFirst();
        assertEquals("GenaiFile", file.eClass().getName());
        assertEquals(List.of(), model.getErrors());
    }

    @Test
    void nothingOfThisMachineIsInIt() throws Unusable {
        String xmi =
                new String(
                        EXCHANGE.toXmi(Texts.read("support-assistant.genai")),
                        StandardCharsets.UTF_8);
        assertTrue(xmi.contains("xmlns:genai=\"http://groundplan.dev/genai/1\""), xmi);
        assertTrue(xmi.contains("href=\"urn:groundplan:name#"), xmi);
        assertFalse(xmi.contains("file:"), xmi);
        assertFalse(xmi.contains(FILE.getParent().toString()), xmi);
    }

    @Test
    void aTextWithErrorsIsNoModel() {
        Unusable refused =
                assertThrows(Unusable.class, () -> EXCHANGE.toXmi("project p {\n  colour red\n}"));
        assertTrue(refused.getMessage().startsWith("line 2 has an error of syntax"));
    }

    @Test
    void whatXmlCannotHoldIsRefused() {
        Unusable refused =
                assertThrows(
                        Unusable.class, () -> EXCHANGE.toXmi("project p { owner \"a\u0007b\" }"));
        assertTrue(refused.getMessage().startsWith("XML cannot hold it"), refused.getMessage());
    }

    private static String file(String inside) {
        return "<?xml version=\"1.0\"?>\n<genai:GenaiFile xmi:version=\"2.0\""
                + " xmlns:xmi=\"http://www.omg.org/XMI\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:genai=\"http://groundplan.dev/genai/1\">"
                + inside
                + "</genai:GenaiFile>";
    }

    private static String project(String attributes, String inside) {
        return file(
                "<declarations xsi:type=\"genai:Project\" "
                        + attributes
                        + ">"
                        + inside
                        + "</declarations>");
    }

    static Stream<String> hostile() {
        String laughs =
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        return Stream.of(
                "",
                "no xml",
                "<a/>",
                file("").replace("<genai", laughs + "<genai"),
                project("name=\"&b;\"", "").replace("<genai", laughs + "<genai"),
                file("").replace("<genai", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><genai"),
                project("name=\"&x;\"", "")
                        .replace(
                                "<genai",
                                "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><genai"),
                file(
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                                + " href=\"file:///etc/passwd\" parse=\"text\"/>"),
                project("name=\"a } project b {\"", ""),
                project("name=\"a\"", "<currency>USD owner</currency>"),
                project("name=\"a\"", "<start>2027-99-99</start>"),
                project("name=\"a\"", "<nothing/>"),
                project("", ""),
                file(
                        "<declarations xsi:type=\"genai:Dataset\" name=\"d\"><licence"
                                + " href=\"file:///etc/passwd#//\"/></declarations>"),
                file("<strays text=\"x\"/>"),
                file(
                        "<strays xsi:type=\"genai:StrayBlock\">"
                                + "<content xsi:type=\"genai:StrayBlock\">".repeat(5_000)
                                + "</content>".repeat(5_000)
                                + "</strays>"),
                file("").replace(
                                "genai/1\"",
                                "genai/2\" xsi:schemaLocation=\"http://groundplan.dev/genai/2"
                                        + " file:///etc/passwd\""));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoModelIsRefusedAndNothingElseIsRead(String xml) {
        Unusable refused =
                assertThrows(
                        Unusable.class,
                        () -> EXCHANGE.toText(xml.getBytes(StandardCharsets.UTF_8)),
                        xml.substring(0, Math.min(300, xml.length())));
        assertFalse(refused.getMessage().contains("root:"), refused.getMessage());
    }

    @Test
    void aLinkToAFileIsNotFollowed(@TempDir Path folder) throws IOException {
        Path other = folder.resolve("other.xmi");
        Files.writeString(
                other, file("<declarations xsi:type=\"genai:Licence\" name=\"secret\"/>"));
        String xml =
                file(
                        "<declarations xsi:type=\"genai:Dataset\" name=\"d\"><licence href=\""
                                + other.toUri()
                                + "#//@declarations.0\"/></declarations>");
        assertThrows(Unusable.class, () -> EXCHANGE.toText(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aModelMadeElsewhereBecomesText() throws Unusable {
        String xml =
                project(
                        "name=\"x\" label=\"A project\"",
                        "<owner>us</owner><blocks"
                                + " xsi:type=\"genai:Scope\"><users><numbers>2M</numbers></users></blocks>");
        assertEquals(
                """
                project x "A project" {
                  owner "us"
                  scope {
                    users 2M
                  }
                }
                """,
                EXCHANGE.toText(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
