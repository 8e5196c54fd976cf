package dev.groundplan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.editor.GenaiCompletion;
import dev.groundplan.editor.GenaiHover;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart2;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a plan in the workbench, as an architect does it. */
class AuthorTest {
    private static final String MEMORY = "training.lora-tickets.memory-per-accelerator";

    private static String example;

    @BeforeAll
    static void example() throws Exception {
        Path root = Path.of(System.getProperty("groundplan.root"));
        example = Files.readString(root.resolve("examples/support-assistant.genai"));
        Pump.until("the first start's example", () -> OpenedPlan.page().getActiveEditor() != null);
    }

    private static Shell shell() {
        return OpenedPlan.page().getWorkbenchWindow().getShell();
    }

    /** Opens the example and waits for its numbers. */
    private static OpenedPlan open(String name) throws Exception {
        OpenedPlan plan = OpenedPlan.of(name, example);
        Duration first = Pump.until("numbers of " + name, () -> plan.isShown(MEMORY));
        System.out.println("numbers of the example after opening: " + first.toMillis() + " ms");
        return plan;
    }

    @Test
    void theFirstStartShowsAnExampleWithItsNumbers() throws Exception {
        assertEquals("dev.groundplan.workbench.author", OpenedPlan.page().getPerspective().getId());
        try (OpenedPlan plan = open("first.genai")) {
            assertFalse(OpenedPlan.shown("build.cost").isEmpty());
            assertFalse(plan.has("SyntaxError"), () -> plan.findings().toString());
            Shots.take(shell(), "light");
        }
    }

    @Test
    void aDefectIsMarkedAndMendedAndTheNumberChanges() throws Exception {
        try (OpenedPlan plan = open("defect.genai")) {
            plan.type("1 x H100-SXM-80GB", "1 x L4");
            Duration marked = Pump.until("the mark", () -> plan.has("MemoryOverflow"));
            System.out.println("mark after the key: " + marked.toMillis() + " ms");
            String before = OpenedPlan.shown(MEMORY);
            Pump.until(
                    "the problem in the Problems view",
                    () -> Arrays.stream(markers(plan)).anyMatch(AuthorTest::isError));
            IViewPart problems = OpenedPlan.page().findView(IPageLayout.ID_PROBLEM_VIEW);
            Pump.until(
                    () -> "the problem counted: " + description(problems),
                    () -> !description(problems).startsWith("0 "));
            Shots.take(shell(), "defect");
            ICompletionProposal fix =
                    plan.fixes("1 x L4").stream()
                            .filter(f -> f.getDisplayString().startsWith("Use QLoRA"))
                            .findFirst()
                            .orElseThrow();
            String broken = plan.document.get();
            fix.apply(plan.document);
            Duration mended = Pump.until("no mark", () -> !plan.has("MemoryOverflow"));
            System.out.println("mark gone after the fix: " + mended.toMillis() + " ms");
            Pump.until("another number", () -> !OpenedPlan.shown(MEMORY).equals(before));
            assertNotEquals(broken, plan.document.get());
            DocumentUndoManagerRegistry.getDocumentUndoManager(plan.document).undo();
            assertEquals(broken, plan.document.get(), "one undo takes the whole fix back");
        }
    }

    private static String description(IViewPart view) {
        return ((IWorkbenchPart2) view).getContentDescription();
    }

    private static IMarker[] markers(OpenedPlan plan) {
        try {
            return plan.file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isError(IMarker marker) {
        return marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR;
    }

    @Test
    void aWrongUnitIsMarked() throws Exception {
        try (OpenedPlan plan = open("unit.genai")) {
            plan.type("first-token 800 ms", "first-token 40 GB");
            Pump.until(() -> "WrongUnit in " + plan.findings(), () -> plan.has("WrongUnit"));
        }
    }

    @Test
    void hoverTellsTheDerivation() throws Exception {
        try (OpenedPlan plan = open("hover.genai")) {
            int at = plan.document.get().indexOf("lora-tickets {");
            GenaiHover hover = new GenaiHover();
            String text =
                    hover.getHoverInfo2(plan.viewer(), hover.getHoverRegion(plan.viewer(), at));
            assertTrue(text.contains("Memory"), text);
            assertTrue(text.contains("\n- "), "inputs with their sources: " + text);
            String entry =
                    hover.getHoverInfo2(
                            plan.viewer(),
                            new Region(plan.document.get().indexOf("H100-SXM-80GB "), 13));
            assertTrue(entry.contains("80 GB"), entry);
        }
    }

    @Test
    void theKeyForFixesOpensTheirList() throws Exception {
        popUp("fixes", "1 x L4", ISourceViewer.QUICK_ASSIST);
    }

    @Test
    void theKeyForProposalsOpensTheirList() throws Exception {
        popUp("completion", "epochs", ISourceViewer.CONTENTASSIST_PROPOSALS);
    }

    @Test
    void theKeyForInformationOpensTheHover() throws Exception {
        popUp("hover", "lora-tickets {", ISourceViewer.INFORMATION);
    }

    private static void popUp(String name, String at, int operation) throws Exception {
        try (OpenedPlan plan = open(name + ".genai")) {
            plan.type("1 x H100-SXM-80GB", "1 x L4");
            Pump.until("the mark", () -> plan.has("MemoryOverflow"));
            plan.openPopUp(at, operation);
            Shots.take(shell(), name);
        }
    }

    @Test
    void completionKnowsTheBlock() throws Exception {
        try (OpenedPlan plan = open("completion.genai")) {
            plan.type("complexity moderate", "complexity ");
            int at = plan.document.get().indexOf("complexity ") + "complexity ".length();
            List<String> offered =
                    Arrays.stream(
                                    new GenaiCompletion()
                                            .computeCompletionProposals(plan.viewer(), at))
                            .map(ICompletionProposal::getDisplayString)
                            .toList();
            assertTrue(offered.contains("moderate"), offered.toString());
        }
    }

    @Test
    void doubleClickOnANumberShowsItsSource() throws Exception {
        try (OpenedPlan plan = open("jump.genai")) {
            EstimateNode row = OpenedPlan.row(MEMORY).orElseThrow();
            assertTrue(row.place().isPresent());
            EstimateView view = OpenedPlan.estimates();
            view.table().viewer().setSelection(new StructuredSelection(row), true);
            view.show(view.table().viewer().getStructuredSelection());
            ITextSelection selected =
                    (ITextSelection) plan.editor.getSelectionProvider().getSelection();
            assertEquals(row.place().orElseThrow().offset(), selected.getOffset());
            String copied = CopyEstimates.text(List.of(row));
            assertTrue(copied.lines().count() == 2 && copied.contains(MEMORY), copied);
        }
    }

    @Test
    void darkAndLightDifferInTheColoursOfWords() throws Exception {
        IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        try (OpenedPlan plan = open("dark.genai")) {
            RGB light = keywordColour(plan);
            themes.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false);
            Pump.until("other colours", () -> !light.equals(keywordColour(plan)));
            plan.type("1 x H100-SXM-80GB", "1 x L4");
            Pump.until("the mark", () -> plan.has("MemoryOverflow"));
            Shots.take(shell(), "dark");
        } finally {
            themes.setTheme("org.eclipse.e4.ui.css.theme.e4_default", false);
        }
    }

    private static RGB keywordColour(OpenedPlan plan) {
        StyleRange style =
                plan.viewer()
                        .getTextWidget()
                        .getStyleRangeAtOffset(plan.document.get().indexOf("project support"));
        assertTrue(style != null && (style.fontStyle & SWT.BOLD) != 0, "keywords are bold");
        return style.foreground.getRGB();
    }

    @Test
    void aFileOutsideTheWorkspaceIsLinkedOnce(@TempDir Path folder) throws Exception {
        Path outside = folder.resolve("outside.genai");
        Files.writeString(outside, example);
        String[] arguments = {"-option", "no such file.genai", outside.toString()};
        assertEquals(List.of(outside), WorkbenchStart.arguments(arguments));
        IFile linked = LinkedFiles.link(outside);
        assertEquals(linked, LinkedFiles.link(outside), "the second time it is known");
        assertEquals(outside, Path.of(linked.getLocationURI()));
        ITextEditor editor = (ITextEditor) IDE.openEditor(OpenedPlan.page(), linked);
        Pump.until("numbers", () -> !OpenedPlan.shown(MEMORY).isEmpty());
        OpenedPlan.page().closeEditor(editor, false);
        linked.delete(true, null);
        assertTrue(Files.exists(outside), "only the link is gone");
    }
}
