package dev.groundplan.dsl.lowering;

import dev.groundplan.core.analysis.Similar;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Waiver;

import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads waivers: those of {@code checks}, and those written as comments: {@code // groundplan:
 * allow RULE until DATE because "…"}.
 */
final class Waivers {
    private static final String MARK = "groundplan:";

    private static final Pattern FORM =
            Pattern.compile(
                    "//\\s*groundplan:\\s*allow\\s+(\\w+)"
                            + "(?:\\s+until\\s+(\\d{4}-\\d{2}-\\d{2}))?"
                            + "(?:\\s+because\\s+\"([^\"]*)\")?\\s*");

    private Waivers() {}

    static List<Waiver> of(ICompositeNode root, String text, Locations locations) {
        if (!text.contains(MARK)) {
            return List.of();
        }
        List<Waiver> waivers = new ArrayList<>();
        ILeafNode pending = null;
        for (ILeafNode leaf : root.getLeafNodes()) {
            if (leaf.isHidden()) {
                if (leaf.getText().contains(MARK)) {
                    if (standsAlone(text, leaf.getOffset())) {
                        pending = leaf;
                    } else {
                        int line = locations.range(leaf).line();
                        waiver(leaf, locations, line, line).ifPresent(waivers::add);
                    }
                }
            } else if (pending != null && leaf.getLength() > 0) {
                SourceRange held = locations.range(largestStartingAt(leaf));
                waiver(pending, locations, held.line(), held.endLine()).ifPresent(waivers::add);
                pending = null;
            }
        }
        return waivers;
    }

    private static Optional<Waiver> waiver(
            ILeafNode comment, Locations locations, int from, int to) {
        Matcher form = FORM.matcher(comment.getText().stripTrailing());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Waiver(
                            form.group(1),
                            Optional.ofNullable(form.group(2)).map(LocalDate::parse),
                            Optional.ofNullable(form.group(3)),
                            locations.range(comment),
                            locations.range(
                                    comment.getOffset() + form.start(1), form.group(1).length()),
                            new Waiver.Lines(locations.file(), from, to)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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

    /** The block that begins with this word, or the word itself when it is a property's. */
    private static INode largestStartingAt(ILeafNode leaf) {
        INode node = leaf;
        while (node.getParent() != null
                && node.getParent().getParent() != null
                && node.getParent().getOffset() == leaf.getOffset()) {
            node = node.getParent();
        }
        return node;
    }
}
