package dev.groundplan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.engine.Engine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever points at a finding reads what {@code groundplan explain} would print. */
@Timeout(60)
class FindingHoverTest {
    private static final Engine PAGES = Engine.create();
    private static final String TEXT =
            """
            policy acme "What the board decided" { forbid endpoint outside EU  require gate before release  cap price 5 USD per hour }
            endpoint us { input 1 USD per 1M tokens  output 4 USD per 1M tokens  context 128k  residency US }
            project p {
              tasks { task kick-off { effort 0 days } }
              model { existing us }
            }
            """;

    private static GroundplanServer server;

    @BeforeAll
    static void open() throws Exception {
        server = new GroundplanServer(Engine::create);
        RecordingClient client = new RecordingClient();
        server.connect(client);
        server.initialize(new InitializeParams()).get(60, TimeUnit.SECONDS);
        server.getTextDocumentService().didOpen(Documents.open(TEXT));
        // that of the policy comes with the simulated runs, in the second look
        List<Diagnostic> found = client.diagnostics(1);
        while (found.stream().noneMatch(f -> f.getMessage().getLeft().contains("acme"))) {
            found = client.diagnostics(1);
        }
    }

    @AfterAll
    static void shutdown() {
        server.shutdown();
    }

    private static String hover(String words, int offset) throws Exception {
        Hover hover =
                server.getTextDocumentService()
                        .hover(new HoverParams(Documents.id(), Documents.at(TEXT, words, offset)))
                        .get(60, TimeUnit.SECONDS);
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    @Test
    void a_finding_tells_its_page() throws Exception {
        String page = PAGES.page("NoEffort").orElseThrow().markdown();
        String told = hover("0 days", 1);
        assertTrue(told.endsWith(page), told);
    }

    @Test
    void a_place_without_a_finding_tells_no_page() throws Exception {
        String told = hover("kick-off", 1);
        assertFalse(told.contains("# NoEffort"), told);
    }

    @Test
    void a_finding_of_a_policy_tells_the_clauses() throws Exception {
        String told = hover("existing us", 9);
        assertEquals(
                """
                # acme

                What the board decided

                A policy in one.genai:1. Every project in whose sight it stands is held to it:

                - No model that its provider hosts, unless it keeps data in EU. (one.genai:1)
                - There must be a gate before `release`. (one.genai:1)
                - An accelerator costs, as it is bought, at most 5 USD per hour. (one.genai:1)
                """,
                told.substring(told.indexOf("# acme"), told.indexOf("\nA finding that breaks")));
    }
}
