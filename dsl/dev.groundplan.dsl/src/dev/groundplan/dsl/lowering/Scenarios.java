package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.ScenarioOutline;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.model.Named;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The scenarios of one project: each as an outline, and as the project that it makes. */
final class Scenarios {
    /** More of a difference than this does not fit a line beside others. */
    private static final int LONGEST_DIFFERENCE = 72;

    private final Project project;
    private final Block block;
    private final Locations locations;

    /**
     * @param block of a project
     */
    Scenarios(Block block, Locations locations) {
        this.project = (Project) block.object();
        this.block = block;
        this.locations = locations;
    }

    private List<Scenario> all() {
        return project.getBlocks().stream()
                .filter(Scenario.class::isInstance)
                .map(Scenario.class::cast)
                .filter(scenario -> scenario.getName() != null)
                .toList();
    }

    List<ScenarioOutline> outlines() {
        return all().stream()
                .map(
                        scenario ->
                                new ScenarioOutline(
                                        scenario.getName(),
                                        Optional.ofNullable(scenario.getLabel()),
                                        locations.header(scenario),
                                        Optional.ofNullable(scenario.getBase()).map(Named::getName),
                                        differences(scenario)))
                .toList();
    }

    /** The project as each scenario has it, in the order of the file. */
    List<Block> blocks() {
        return all().stream()
                .map(scenario -> Overlay.of(project, chain(scenario)))
                .map(overlay -> new Block(overlay, block.id(), locations))
                .toList();
    }

    /** The scenario and those that it extends, the nearest first; a circle is followed once. */
    private static List<Scenario> chain(Scenario scenario) {
        List<Scenario> chain = new ArrayList<>();
        Scenario at = scenario;
        while (at != null && !at.eIsProxy() && !chain.contains(at)) {
            chain.add(at);
            at = at.getBase();
        }
        return chain;
    }

    /** What is wrong with the scenarios as such. */
    List<Misreading> misreadings() {
        List<Misreading> found = new ArrayList<>();
        for (Scenario scenario : all()) {
            List<Scenario> chain = chain(scenario);
            if (chain.getLast().getBase() == scenario) {
                found.add(
                        new Misreading.CircularExtension(
                                range(scenario, GenaiPackage.Literals.SCENARIO__BASE, 0),
                                SubjectPaths.of(scenario),
                                chain.stream().map(Named::getName).toList()));
            }
            for (int i = 0; i < scenario.getWithout().size(); i++) {
                Named target = scenario.getWithout().get(i);
                if (!target.eIsProxy() && !Withdrawals.isPart(target)) {
                    found.add(
                            new Misreading.UnresolvedName(
                                    range(scenario, GenaiPackage.Literals.SCENARIO__WITHOUT, i),
                                    SubjectPaths.of(scenario),
                                    NameSpaces.noun(GenaiPackage.Literals.NAMED),
                                    String.valueOf(target.getName()),
                                    List.of()));
                }
            }
        }
        return found;
    }

    private SourceRange range(Scenario scenario, EReference reference, int i) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(scenario, reference);
        return i < nodes.size() ? locations.range(nodes.get(i)) : locations.header(scenario);
    }

    private static List<String> differences(Scenario scenario) {
        List<String> differences = new ArrayList<>();
        scenario.getStart().forEach(start -> differences.add("start " + start));
        for (EObject part : scenario.getBlocks()) {
            differences.add(shortened(words(NodeModelUtils.findActualNodeFor(part))));
        }
        scenario.getWithout().stream()
                .filter(gone -> !gone.eIsProxy())
                .forEach(gone -> differences.add("without " + gone.getName()));
        return differences;
    }

    /** What is written, without braces and layout. */
    private static String words(INode node) {
        StringBuilder words = new StringBuilder();
        for (ILeafNode leaf : node.getLeafNodes()) {
            String text = leaf.getText();
            if (leaf.isHidden() || text.isEmpty() || text.equals("{") || text.equals("}")) {
                continue;
            }
            boolean joined =
                    text.equals(",") || text.equals("..") || words.toString().endsWith("..");
            words.append(words.isEmpty() || joined ? "" : " ").append(text);
        }
        return words.toString();
    }

    private static String shortened(String words) {
        if (words.length() <= LONGEST_DIFFERENCE) {
            return words;
        }
        int end = words.lastIndexOf(' ', LONGEST_DIFFERENCE);
        return words.substring(0, end > 0 ? end : LONGEST_DIFFERENCE) + " …";
    }
}
