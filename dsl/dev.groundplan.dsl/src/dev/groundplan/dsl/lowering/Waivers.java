package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** Reads waivers written as comments: {@code // groundplan: allow RULE until DATE because "…"}. */
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
        Matcher form = FORM.matcher(comment.getText().strip());
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
                            from,
                            to));
        } catch (DateTimeException e) {
            return Optional.empty();
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
