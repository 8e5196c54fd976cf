package dev.groundplan.reports;

import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Why a number is what it is: its formula, its inputs, and theirs, down to the sources. */
public final class Why implements Report<Estimate<?>> {
    @Override
    public String title() {
        return "Why this number";
    }

    @Override
    public List<Block> render(Estimate<?> estimate) {
        String label = estimate.title() + " [" + estimate.key() + "]";
        Tree.Node root =
                node(
                        label,
                        Figures.interval(estimate.value()),
                        SourceRange.NOWHERE,
                        estimate,
                        new HashSet<>());
        return List.of(new Tree("", root));
    }

    /** Opens each result where it is met first; after that a mention is enough. */
    private static Tree.Node node(
            String label,
            String value,
            SourceRange place,
            Estimate<?> estimate,
            Set<String> opened) {
        String key = estimate.key().toString();
        if (!opened.add(key)) {
            return new Tree.Node(
                    label, value, List.of("computed: " + key + ", opened above"), place, List.of());
        }
        Derivation derivation = estimate.derivation();
        List<String> details = new ArrayList<>();
        details.add(derivation.formula() + " (" + derivation.estimator() + ")");
        derivation.notes().forEach(note -> details.add("note: " + note));
        List<Tree.Node> children = new ArrayList<>();
        for (Input input : derivation.inputs()) {
            children.add(node(input, opened));
        }
        return new Tree.Node(label, value, details, place, children);
    }

    private static Tree.Node node(Input input, Set<String> opened) {
        String label =
                input.symbol().isEmpty() || input.symbol().equals(input.meaning())
                        ? input.meaning()
                        : input.symbol() + ": " + input.meaning();
        SourceRange place = input.origin().place().orElse(SourceRange.NOWHERE);
        if (input.estimate().isPresent()) {
            return node(label, Origins.value(input), place, input.estimate().orElseThrow(), opened);
        }
        return new Tree.Node(
                label,
                Origins.value(input),
                List.of(Origins.reason(input.origin())),
                place,
                List.of());
    }
}
