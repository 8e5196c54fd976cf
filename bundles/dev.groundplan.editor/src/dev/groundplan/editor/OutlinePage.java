package dev.groundplan.editor;

import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.server.AnalysisFeed;
import java.time.Duration;
import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The blocks of the file in the Outline view; choosing one shows it in the editor. */
final class OutlinePage extends ContentOutlinePage implements AnalysisFeed.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ITextEditor editor;
    private final IDocument document;
    private final String uri;
    private List<OutlineNode> nodes = List.of();

    OutlinePage(ITextEditor editor, IDocument document, String uri) {
        this.editor = editor;
        this.document = document;
        this.uri = uri;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setContentProvider(new Nodes());
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        tree.setAutoExpandLevel(3);
        nodes = read();
        tree.setInput(this);
        LanguageSession.current().feed().add(this);
    }

    @Override
    public void dispose() {
        LanguageSession.current().feed().remove(this);
        super.dispose();
    }

    @Override
    public void analysed(String changed, int version, AnalysedFile file) {
        if (changed.equals(uri)) {
            SwtThread.run(this::update);
        }
    }

    private void update() {
        if (getControl() != null && !getControl().isDisposed()) {
            boolean first = nodes.isEmpty();
            nodes = read();
            // refreshing the same input keeps what is open, selected and in sight
            getTreeViewer().refresh();
            if (first) {
                getTreeViewer().expandToLevel(3);
            }
        }
    }

    private List<OutlineNode> read() {
        DocumentSymbolParams question = new DocumentSymbolParams(new TextDocumentIdentifier(uri));
        return Replies.await(LanguageSession.current().server().documentSymbol(question), PATIENCE)
                .map(symbols -> symbols.stream().map(Either::getRight).toList())
                .map(symbols -> OutlineNode.of(document, List.of(), symbols))
                .orElse(List.of());
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        // only what the user chose here: a refresh must not move the caret while typing
        if (getTreeViewer().getControl().isFocusControl()
                && event.getStructuredSelection().getFirstElement() instanceof OutlineNode node) {
            show(node);
        }
    }

    /** Selects the head of a block in the editor. */
    void show(OutlineNode node) {
        IRegion head = node.head();
        editor.selectAndReveal(head.getOffset(), head.getLength());
    }

    private final class Nodes implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return nodes.toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((OutlineNode) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((OutlineNode) element).children().isEmpty();
        }
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {
        @Override
        public StyledString getStyledText(Object element) {
            OutlineNode node = (OutlineNode) element;
            StyledString text = new StyledString(node.name());
            return node.keyword().isEmpty()
                    ? text
                    : text.append("  " + node.keyword(), StyledString.DECORATIONS_STYLER);
        }

        @Override
        public Image getImage(Object element) {
            boolean inner = !((OutlineNode) element).children().isEmpty();
            return PlatformUI.getWorkbench()
                    .getSharedImages()
                    .getImage(inner ? ISharedImages.IMG_OBJ_FOLDER : ISharedImages.IMG_OBJ_ELEMENT);
        }
    }
}
