package dev.groundplan.dsl.edits;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * From changes of the model to the smallest edits of the text. Everything that the change does not
 * touch, comments and layout included, stays as it is.
 */
public final class ChangeEdits {
    private final Resource resource;
    private final Layout layout;

    public ChangeEdits(Resource resource, String text) {
        this.resource = resource;
        this.layout = new Layout(text);
    }

    /**
     * Edits for all changes together, by offset. A change of a subject that the text does not hold
     * gives no edit.
     */
    public List<TextEdit> of(List<Change> changes) {
        Set<TextEdit> edits = new LinkedHashSet<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Set set -> edits.addAll(set(set));
                case Change.Insert insert -> edits.addAll(insert(insert.subject(), insert.text()));
                case Change.Remove remove -> edits.addAll(remove(remove));
                case Change.Rename rename -> edits.addAll(rename(rename));
                case Change.Widen widen ->
                        edits.addAll(
                                Widening.of(layout.text(), widen.range(), widen.spread()).stream()
                                        .toList());
                case Change.Replace replace ->
                        edits.add(
                                new TextEdit(
                                        replace.range().offset(),
                                        replace.range().length(),
                                        replace.text()));
            }
        }
        return edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList();
    }

    private List<TextEdit> set(Change.Set set) {
        Optional<EObject> block = SubjectPaths.find(resource, set.subject());
        Optional<Statement> statement = block.flatMap(b -> Statement.find(b, set.property()));
        if (statement.isPresent()) {
            Statement s = statement.get();
            int value = layout.skipBlanks(s.start() + set.property().length());
            return List.of(minimal(Math.min(value, s.end()), s.end(), set.value().strip()));
        }
        return insert(set.subject(), (set.property() + " " + set.value()).strip());
    }

    /** Only what differs between the old text and the new one, whole words at a time. */
    private TextEdit minimal(int start, int end, String now) {
        String before = layout.text().substring(start, end);
        int same = 0;
        int most = Math.min(before.length(), now.length());
        while (same < most && before.charAt(same) == now.charAt(same)) {
            same++;
        }
        while (same > 0 && before.charAt(same - 1) != ' ') {
            same--;
        }
        return new TextEdit(start + same, before.length() - same, now.substring(same));
    }

    private List<TextEdit> insert(SubjectId subject, String text) {
        SubjectId at = subject;
        String wrapped = text.strip();
        while (true) {
            Optional<EObject> block = SubjectPaths.find(resource, at);
            if (block.isPresent()) {
                return insertInto(block.get(), wrapped);
            }
            wrapped = head(at) + " {\n" + Layout.indent(wrapped, "  ") + "\n}";
            Optional<SubjectId> parent = at.parent();
            if (parent.isEmpty()) {
                return List.of();
            }
            at = parent.get();
        }
    }

    /** What opens a block that is not there: in a scenario as it opens in what that starts from. */
    private String head(SubjectId missing) {
        List<String> path = missing.segments();
        if (path.size() > 2
                && SubjectPaths.find(resource, SubjectId.of(path.get(0), path.get(1))).orElse(null)
                        instanceof Scenario scenario) {
            List<String> inside = path.subList(2, path.size());
            Set<Scenario> seen = new HashSet<>();
            for (Scenario at = scenario.getBase();
                    at != null && !at.eIsProxy() && seen.add(at);
                    at = at.getBase()) {
                Optional<String> head = head(List.of(path.getFirst(), at.getName()), inside);
                if (head.isPresent()) {
                    return head.get();
                }
            }
            return head(List.of(path.getFirst()), inside).orElse(missing.last());
        }
        return missing.last();
    }

    private Optional<String> head(List<String> start, List<String> inside) {
        List<String> path = new ArrayList<>(start);
        path.addAll(inside);
        return SubjectPaths.find(resource, new SubjectId(path))
                .map(block -> Statement.head(NodeModelUtils.findActualNodeFor(block)));
    }

    private List<TextEdit> insertInto(EObject block, String snippet) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(block);
        List<ILeafNode> leaves = Statement.visible(node);
        int start = leaves.getFirst().getOffset();
        ILeafNode last = leaves.getLast();
        String lineBreak = layout.lineBreak();
        if (!last.getText().equals("}")) {
            int end = last.getEndOffset();
            String inner = Layout.indent(snippet, layout.inner(start));
            String text =
                    snippet.contains("\n")
                            ? " {\n" + inner + "\n" + layout.indentation(start) + "}"
                            : " { " + snippet + " }";
            return List.of(new TextEdit(end, 0, text.replace("\n", lineBreak)));
        }
        int brace = last.getOffset();
        if (layout.sameLine(start, brace) && !snippet.contains("\n")) {
            // two spaces part properties on one line, one parts a brace from what it holds
            String gap = leaves.get(leaves.size() - 2).getText().equals("{") ? " " : "  ";
            int spaces = layout.text().charAt(brace - 1) == ' ' ? 1 : 0;
            String before = gap.substring(Math.min(spaces, gap.length()));
            return List.of(new TextEdit(brace, 0, before + snippet + " "));
        }
        String inner = Layout.indent(snippet, layout.inner(start));
        int lineStart = layout.lineStart(brace);
        if (layout.isBlank(lineStart, brace)) {
            return List.of(new TextEdit(lineStart, 0, (inner + "\n").replace("\n", lineBreak)));
        }
        int afterContent = brace;
        while (afterContent > 0 && layout.text().charAt(afterContent - 1) == ' ') {
            afterContent--;
        }
        String text = "\n" + inner + "\n" + layout.indentation(start);
        return List.of(
                new TextEdit(afterContent, brace - afterContent, text.replace("\n", lineBreak)));
    }

    private List<TextEdit> remove(Change.Remove remove) {
        Optional<EObject> block = SubjectPaths.find(resource, remove.subject());
        if (block.isEmpty()) {
            return List.of();
        }
        if (remove.property().isPresent()) {
            return Statement.find(block.get(), remove.property().get())
                    .map(s -> List.of(removal(s.start(), s.end())))
                    .orElse(List.of());
        }
        INode node = NodeModelUtils.findActualNodeFor(block.get());
        return List.of(removal(node.getOffset(), node.getEndOffset()));
    }

    /** Takes the whole lines when nothing else stands on them. */
    private TextEdit removal(int start, int end) {
        int lineStart = layout.lineStart(start);
        int lineEnd = layout.lineEnd(end);
        if (layout.isBlank(lineStart, start) && layout.isBlank(end, lineEnd)) {
            int next = Math.min(lineEnd + 1, layout.text().length());
            return new TextEdit(lineStart, next - lineStart, "");
        }
        int from = start;
        while (from > lineStart && layout.text().charAt(from - 1) == ' ') {
            from--;
        }
        return new TextEdit(from, end - from, "");
    }

    private List<TextEdit> rename(Change.Rename rename) {
        Optional<EObject> found = SubjectPaths.find(resource, rename.subject());
        if (found.isEmpty() || !(found.get() instanceof Named named)) {
            return List.of();
        }
        return Mentions.of(named, List.of(resource)).stream()
                .map(mention -> mention.edit(rename.name(), false))
                .toList();
    }
}
