package dev.groundplan.workbench;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;

/** The tree of estimates with its columns; keeps what is expanded from one analysis to the next. */
final class EstimateTable {
    private final TreeViewer viewer;
    private List<EstimateNode> rows = List.of();
    private boolean stale;

    EstimateTable(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        box.setLayout(layout);
        viewer = new TreeViewer(box, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTree().setHeaderVisible(true);
        viewer.setContentProvider(new Rows());
        // rows are compared by their place in the tree, so that a new analysis keeps the expansion
        viewer.setComparer(new ById());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(layout, "Estimate", SWT.LEFT, 48, EstimateNode::title);
        column(layout, "Likely", SWT.RIGHT, 20, EstimateNode::likely);
        column(layout, "80 % interval", SWT.LEFT, 26, EstimateNode::interval);
        column(layout, "Key or source", SWT.LEFT, 14, EstimateNode::source);
        viewer.setInput(this);
    }

    private void column(
            TreeColumnLayout layout,
            String title,
            int alignment,
            int weight,
            Function<EstimateNode, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60, true));
        column.setLabelProvider(new Cell(text));
    }

    TreeViewer viewer() {
        return viewer;
    }

    void show(List<EstimateNode> now) {
        boolean first = rows.isEmpty();
        rows = List.copyOf(now);
        viewer.getTree().setRedraw(false);
        try {
            // refreshing the same input keeps what is open, selected and in sight
            viewer.refresh();
            if (first) {
                viewer.expandToLevel(2);
            }
        } finally {
            viewer.getTree().setRedraw(true);
        }
    }

    /** The rows of the last analysis. */
    List<EstimateNode> rows() {
        return rows;
    }

    void setStale(boolean now) {
        if (stale != now) {
            stale = now;
            viewer.refresh();
        }
    }

    private final class Cell extends ColumnLabelProvider {
        private final Function<EstimateNode, String> text;

        Cell(Function<EstimateNode, String> text) {
            this.text = text;
        }

        @Override
        public String getText(Object element) {
            return text.apply((EstimateNode) element);
        }

        @Override
        public String getToolTipText(Object element) {
            String shown = getText(element);
            return shown.isEmpty() ? null : shown;
        }

        @Override
        public Color getForeground(Object element) {
            return stale
                    ? viewer.getTree()
                            .getDisplay()
                            .getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
                    : null;
        }

        @Override
        public Font getFont(Object element) {
            return element instanceof EstimateNode.Group
                    ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                    : null;
        }
    }

    private static final class ById implements IElementComparer {
        @Override
        public boolean equals(Object a, Object b) {
            return a instanceof EstimateNode x && b instanceof EstimateNode y
                    ? x.id().equals(y.id())
                    : a.equals(b);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof EstimateNode node ? node.id().hashCode() : element.hashCode();
        }
    }

    private final class Rows implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return rows.toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((EstimateNode) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !(element instanceof EstimateNode.Note)
                    && !((EstimateNode) element).children().isEmpty();
        }
    }
}
