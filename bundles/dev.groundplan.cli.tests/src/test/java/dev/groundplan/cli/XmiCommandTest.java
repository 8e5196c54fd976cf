package dev.groundplan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmiCommandTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"entity-extractor", "finance-model", "support-assistant"})
    void anExampleSaysTheSameAfterwards(String example) throws IOException {
        Path xmi = folder.resolve("model.xmi");
        Path text = folder.resolve("project.genai");
        Run out = Run.of("xmi", Run.example(example), "-o", xmi.toString());
        assertEquals("groundplan: wrote " + xmi + "\n", out.err());
        assertEquals(0, Run.of("xmi", "--to-text", xmi.toString(), "-o", text.toString()).code());
        assertEquals(estimates(Path.of(Run.example(example))), estimates(text));
        assertEquals(0, Run.of("format", "--check", text.toString()).code());
    }

    private static String estimates(Path file) {
        return Run.of("estimate", file.toString(), "--today", Run.TODAY).out();
    }

    @Test
    void theEcoreModelIsThere() throws IOException {
        Path ecore = folder.resolve("genai.ecore");
        assertEquals(0, Run.of("xmi", "--ecore", "-o", ecore.toString()).code());
        assertTrue(Files.readString(ecore).contains("nsURI=\"http://groundplan.dev/genai/1\""));
    }

    @Test
    void whatHasNoModelIsRefusedInASentence() {
        Run broken = Run.reading("project x { scope { 7 } }", "xmi", "-");
        assertEquals(2, broken.code());
        assertTrue(
                broken.complaint().contains("<stdin> has no model yet: line 1 has an error"),
                broken.complaint());
        Run none = Run.reading("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "xmi", "--to-text", "-");
        assertEquals(2, none.code());
        assertTrue(none.complaint().contains("<stdin> is no model in XMI"), none.complaint());
        assertEquals(2, Run.of("xmi").code());
        assertEquals(2, Run.of("xmi", "--ecore", "a.genai").code());
    }
}
