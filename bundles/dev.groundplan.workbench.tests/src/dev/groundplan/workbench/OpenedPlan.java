package dev.groundplan.workbench;

import dev.groundplan.editor.FindingAnnotation;
import dev.groundplan.editor.GenaiQuickAssist;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.TextInvocationContext;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** A project file in the editor, as a test works with it. */
final class OpenedPlan implements AutoCloseable {
    private static final String PROJECT = "Tests";

    final IFile file;
    final ITextEditor editor;
    final IDocument document;

    private OpenedPlan(IFile file, ITextEditor editor) {
        this.file = file;
        this.editor = editor;
        this.document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    /** Puts the text into a file of the workspace and opens it. */
    static OpenedPlan of(String name, String text) throws Exception {
        IFile file = Projects.open(PROJECT).getFile(name);
        if (file.exists()) {
            file.delete(true, null);
        }
        file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
        return new OpenedPlan(file, (ITextEditor) IDE.openEditor(page(), file));
    }

    ISourceViewer viewer() {
        return (ISourceViewer) editor.getAdapter(ITextViewer.class);
    }

    /** Replaces the first place where a text stands, as typing over it does. */
    void type(String over, String text) throws Exception {
        int at = document.get().indexOf(over);
        document.replace(at, over.length(), text);
        editor.selectAndReveal(at, text.length());
    }

    List<FindingAnnotation> findings() {
        IAnnotationModel model =
                editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        List<FindingAnnotation> found = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
            if (all.next() instanceof FindingAnnotation finding) {
                found.add(finding);
            }
        }
        return found;
    }

    boolean has(String rule) {
        return findings().stream().anyMatch(f -> f.rule().equals(rule));
    }

    /** What the quick fix menu offers at the place where a text stands. */
    List<ICompletionProposal> fixes(String at) {
        int offset = document.get().indexOf(at);
        return Arrays.asList(
                new GenaiQuickAssist()
                        .computeQuickAssistProposals(
                                new TextInvocationContext(viewer(), offset, 0)));
    }

    static EstimateView estimates() {
        return (EstimateView) page().findView(EstimateView.ID);
    }

    /** The row of a result in the Estimate view. */
    static Optional<EstimateNode> row(String key) {
        return estimates().table().rows().stream()
                .flatMap(OpenedPlan::withChildren)
                .filter(row -> row.source().equals(key))
                .findFirst();
    }

    private static Stream<EstimateNode> withChildren(EstimateNode row) {
        return row instanceof EstimateNode.Group
                ? Stream.concat(
                        Stream.of(row), row.children().stream().flatMap(OpenedPlan::withChildren))
                : Stream.of(row);
    }

    /** The number as the view shows it; empty when it shows none. */
    static String shown(String key) {
        return row(key).map(EstimateNode::likely).orElse("");
    }

    /** Whether the Estimate view has this file's number. */
    boolean isShown(String key) {
        return estimates().getContentDescription().startsWith(file.getName())
                && !shown(key).isEmpty();
    }

    /** Puts the caret at a text and asks for what a key would open; waits until it is there. */
    void openPopUp(String at, int operation) {
        Shell[] before = page().getWorkbenchWindow().getShell().getDisplay().getShells();
        editor.selectAndReveal(document.get().indexOf(at), 0);
        editor.setFocus();
        ((ITextOperationTarget) viewer()).doOperation(operation);
        Pump.until("a pop-up of operation " + operation, () -> hasNew(before));
    }

    private static boolean hasNew(Shell[] before) {
        return Arrays.stream(page().getWorkbenchWindow().getShell().getDisplay().getShells())
                .anyMatch(s -> s.isVisible() && !Arrays.asList(before).contains(s));
    }

    @Override
    public void close() {
        page().closeEditor(editor, false);
    }
}
