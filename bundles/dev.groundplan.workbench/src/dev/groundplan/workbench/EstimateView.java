package dev.groundplan.workbench;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.editor.LanguageSession;
import dev.groundplan.editor.SwtThread;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.server.AnalysisFeed;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/**
 * The numbers of the file in the active editor, each with its 80 % interval and, one level down,
 * why it is what it is. While a new analysis runs the last one stays, greyed.
 */
public final class EstimateView extends ViewPart implements AnalysisFeed.Listener {
    public static final String ID = "dev.groundplan.workbench.estimate";

    /** An analysis faster than this never greys the view: it would flicker at every key. */
    private static final int PATIENCE_MS = 400;

    private EstimateTable table;
    private ActiveFile active;
    private int computing;

    @Override
    public void createPartControl(Composite parent) {
        table = new EstimateTable(parent);
        table.viewer()
                .addDoubleClickListener(event -> show((IStructuredSelection) event.getSelection()));
        Action copy = new CopyEstimates(table);
        copy.setImageDescriptor(
                PlatformUI.getWorkbench()
                        .getSharedImages()
                        .getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        getViewSite().getActionBars().getToolBarManager().add(copy);
        MenuManager menu = new MenuManager();
        menu.add(copy);
        table.viewer().getTree().setMenu(menu.createContextMenu(table.viewer().getTree()));
        getSite().setSelectionProvider(table.viewer());
        LanguageSession.current().feed().add(this);
        active = new ActiveFile(getSite().getPage(), this::follow);
        follow();
    }

    /** Shows what is known of the active editor's file. */
    private void follow() {
        if (active == null || table.viewer().getTree().isDisposed()) {
            return;
        }
        Optional<AnalysedFile> known =
                active.shown().flatMap(f -> LanguageSession.current().feed().latest(f.uri()));
        table.show(known.map(EstimateTree::of).orElse(List.of()));
        setContentDescription(known.map(EstimateView::heading).orElse(hint()));
    }

    private String hint() {
        return active.shown().isPresent()
                ? "Computing …"
                : "Open a project file to see its numbers.";
    }

    private static String heading(AnalysedFile file) {
        return file.projects().isEmpty()
                ? "There is no project in " + file.name() + "."
                : file.name() + ": most likely value and 80 % interval";
    }

    private boolean isShown(String uri) {
        return active != null && active.shown().filter(f -> f.uri().equals(uri)).isPresent();
    }

    @Override
    public void computing(String uri, int version) {
        SwtThread.run(
                () -> {
                    if (isShown(uri)) {
                        int started = ++computing;
                        table.viewer()
                                .getTree()
                                .getDisplay()
                                .timerExec(PATIENCE_MS, () -> grey(started));
                    }
                });
    }

    /** Nothing has come since: what is shown is not what the text says. */
    private void grey(int started) {
        if (started == computing && !table.viewer().getTree().isDisposed()) {
            table.setStale(true);
            setContentDescription("Computing …");
        }
    }

    @Override
    public void analysed(String uri, int version, AnalysedFile file) {
        SwtThread.run(
                () -> {
                    if (isShown(uri) && !table.viewer().getTree().isDisposed()) {
                        computing++;
                        table.setStale(false);
                        follow();
                    }
                });
    }

    /** Selects the stretch of text on which the row rests. */
    void show(IStructuredSelection selection) {
        if (selection.getFirstElement() instanceof EstimateNode row) {
            Optional<SourceRange> place = row.place();
            if (place.isPresent() && active.shown().isPresent() && isHere(place.get())) {
                getSite().getPage().activate(active.shown().get().editor());
                active.shown()
                        .get()
                        .editor()
                        .selectAndReveal(place.get().offset(), place.get().length());
            } else if (!row.children().isEmpty()) {
                TreeViewer viewer = table.viewer();
                viewer.setExpandedState(row, !viewer.getExpandedState(row));
            }
        }
    }

    /** Not in the catalogue or an imported file. */
    private boolean isHere(SourceRange place) {
        return active.shown()
                .flatMap(f -> LanguageSession.current().feed().latest(f.uri()))
                .filter(file -> file.name().equals(place.file()))
                .isPresent();
    }

    /** The table, for tests. */
    EstimateTable table() {
        return table;
    }

    @Override
    public void setFocus() {
        table.viewer().getTree().setFocus();
    }

    @Override
    public void dispose() {
        LanguageSession.current().feed().remove(this);
        if (active != null) {
            active.dispose();
        }
        super.dispose();
    }
}
