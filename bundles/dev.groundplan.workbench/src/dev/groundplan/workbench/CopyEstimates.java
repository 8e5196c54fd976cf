package dev.groundplan.workbench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/** Copies the selected rows, or all when none is selected, as a table that a spreadsheet reads. */
final class CopyEstimates extends Action {
    private final EstimateTable table;

    CopyEstimates(EstimateTable table) {
        super("Copy as text");
        this.table = table;
        setToolTipText("Copy the selected numbers, or all, as text");
    }

    @Override
    public void run() {
        Clipboard clipboard = new Clipboard(table.viewer().getTree().getDisplay());
        try {
            clipboard.setContents(
                    new Object[] {text(chosen())}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private List<EstimateNode> chosen() {
        IStructuredSelection selection = table.viewer().getStructuredSelection();
        if (!selection.isEmpty()) {
            return selection.stream().map(EstimateNode.class::cast).toList();
        }
        return table.rows().stream().flatMap(CopyEstimates::results).toList();
    }

    private static Stream<EstimateNode> results(EstimateNode row) {
        return row instanceof EstimateNode.Group group
                ? Stream.concat(
                        Stream.of(group), group.children().stream().flatMap(CopyEstimates::results))
                : Stream.of(row);
    }

    /** Tab-separated, one row a line, with a heading. */
    static String text(List<EstimateNode> rows) {
        return Stream.concat(
                        Stream.of("Estimate\tLikely\t80 % interval\tKey or source"),
                        rows.stream()
                                .map(
                                        row ->
                                                String.join(
                                                        "\t",
                                                        row.title(),
                                                        row.likely(),
                                                        row.interval(),
                                                        row.source())))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
