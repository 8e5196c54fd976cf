package dev.groundplan.dsl.lowering;

import dev.groundplan.core.analysis.Similar;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Reads waivers: those of {@code checks}, and those written as comments: {@code // groundplan:
 * allow RULE until DATE because "…"}.
 */
final class Waivers {
    private static final String MARK = "groundplan:";

    private static final Pattern MEANT = Pattern.compile("//\\s*" + MARK);

    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*allow\\s+(\\w+)"
                            + "(?:\\s+until\\s+(\\d{4}-\\d{2}-\\d{2}))?"
                            + "(?:\\s+because\\s+\"([^\"]*)\")?\\s*");

    /** A comment of the right form; what the form matched counts from the text's beginning. */
    private record Written(Matcher form, SourceRange range) {}

    private Waivers() {}

    /**
     * Those of comments.
     *
     * @param misreadings gets the comments that are meant as a waiver and are none
     */
    static List<Waiver> of(
            ICompositeNode root, String text, Locations locations, List<Misreading> misreadings) {
        if (!text.contains(MARK)) {
            return List.of();
        }
        List<Waiver> waivers = new ArrayList<>();
        List<Written> pending = new ArrayList<>();
        for (ILeafNode leaf : root.getLeafNodes()) {
            Matcher mark = MEANT.matcher(leaf.isHidden() ? leaf.getText() : "");
            if (mark.lookingAt()) {
                Optional<Written> form = form(leaf, mark.end(), text, locations, misreadings);
                if (standsAlone(text, leaf.getOffset())) {
                    form.ifPresent(pending::add);
                } else {
                    SourceRange here = locations.range(leaf);
                    form.ifPresent(f -> waivers.add(waiver(f, here, locations)));
                }
            } else if (!pending.isEmpty() && !leaf.isHidden() && leaf.getLength() > 0) {
                SourceRange held = held(leaf, locations);
                pending.forEach(form -> waivers.add(waiver(form, held, locations)));
                pending.clear();
            }
        }
        return waivers;
    }

    private static Optional<Written> form(
            ILeafNode comment,
            int start,
            String text,
            Locations locations,
            List<Misreading> misreadings) {
        int offset = comment.getOffset();
        int end = offset + comment.getText().stripTrailing().length();
        SourceRange range = locations.range(offset, end - offset);
        Matcher form = FORM.matcher(text).region(offset + start, end);
        if (form.matches() && (form.group(2) == null || Numbers.day(form.group(2)).isPresent())) {
            return Optional.of(new Written(form, range));
        }
        misreadings.add(
                new Misreading.Syntax(
                        range,
                        "expected a waiver such as `// groundplan: allow NoEvaluation until"
                                + " 2027-06-30 because \"…\"`",
                        List.of()));
        return Optional.empty();
    }

    private static Waiver waiver(Written written, SourceRange held, Locations locations) {
        Matcher form = written.form;
        return new Waiver(
                form.group(1),
                Optional.ofNullable(form.group(2)).flatMap(Numbers::day),
                Optional.ofNullable(form.group(3)),
                written.range,
                locations.range(form.start(1), form.end(1) - form.start(1)),
                new Waiver.Lines(locations.file(), held.line(), held.endLine()));
    }

    /** The block that begins with this word, or the property with all its values. */
    private static SourceRange held(ILeafNode first, Locations locations) {
        INode block = first;
        while (block.getParent() != null
                && block.getParent().getParent() != null
                && block.getParent().getOffset() == first.getOffset()) {
            block = block.getParent();
        }
        if (block != first) {
            return locations.range(block);
        }
        int end = first.getEndOffset();
        String feature = null;
        for (INode part = first.getNextSibling(); part != null; part = part.getNextSibling()) {
            boolean blank = part instanceof ILeafNode leaf && leaf.isHidden();
            if (blank || part.getText().strip().equals(",")) {
                continue;
            }
            Assignment value = GrammarUtil.containingAssignment(part.getGrammarElement());
            if (value == null || feature != null && !feature.equals(value.getFeature())) {
                break;
            }
            feature = value.getFeature();
            end = part.getEndOffset();
        }
        return locations.range(first.getOffset(), end - first.getOffset());
    }

    /**
     * Those of {@code checks}.
     *
     * @param misreadings gets the paths that lead nowhere
     */
    static List<Waiver> of(Block project, List<Misreading> misreadings) {
        List<Waiver> waivers = new ArrayList<>();
        for (Block checks : project.children("Checks")) {
            for (Block allow : checks.children("Waiver")) {
                waivers.add(
                        new Waiver(
                                allow.text("rule").orElse(""),
                                allow.date("until"),
                                allow.text("because"),
                                allow.range(),
                                allow.rangeOf("rule"),
                                reach(allow, project, misreadings)));
            }
        }
        return waivers;
    }

    private static Waiver.Reach reach(Block allow, Block project, List<Misreading> misreadings) {
        Optional<String> path = allow.text("in");
        if (path.isEmpty()) {
            return new Waiver.Everywhere();
        }
        List<Block> all = new ArrayList<>();
        collect(project, all);
        List<Waiver.Within.Part> parts = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Block block : all) {
            String id = block.id().toString();
            if (id.equals(path.get())
                    || id.endsWith("/" + path.get())
                    || block.name().equals(path.get())) {
                parts.add(new Waiver.Within.Part(block.id(), block.range()));
            }
            known.add(block.name());
        }
        if (parts.isEmpty()) {
            misreadings.add(
                    new Misreading.UnresolvedName(
                            allow.rangeOf("in"),
                            allow.id(),
                            "block",
                            path.get(),
                            Similar.to(path.get(), known)));
        }
        return new Waiver.Within(parts);
    }

    private static void collect(Block parent, List<Block> into) {
        for (Block block : parent.blocks()) {
            if (Sameness.key(block.object(), block.overlay().type()).isPresent()) {
                into.add(block);
                collect(block, into);
            }
        }
    }

    private static boolean standsAlone(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        return text.substring(lineStart, offset).isBlank();
    }
}
