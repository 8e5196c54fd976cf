package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Layer;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.RootSettings;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Waiver;
import dev.groundplan.dsl.model.Project;
import dev.groundplan.dsl.model.Scenario;
import dev.groundplan.dsl.scoping.Root;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * From the EMF model to its meaning. References, units, defaults and the catalogue are resolved
 * here, once; a broken file yields what could be read, and the rest as misreadings.
 */
public final class Lowering {
    /**
     * A parsed file.
     *
     * @param layer of the catalogue that its declarations belong to
     */
    public record File(String name, String text, Resource resource, Layer layer) {
        /** The user's own. */
        public File(String name, String text, Resource resource) {
            this(name, text, resource, Layer.FILE);
        }

        List<Block> declarations() {
            Locations locations = new Locations(name, text, layer);
            return resource.getContents().isEmpty()
                    ? List.of()
                    : new Block(resource.getContents().getFirst(), locations).blocks();
        }
    }

    /**
     * What a file means.
     *
     * @param plans one a project
     * @param scenarios one a scenario, each with the identity of its project
     * @param blocks where each project is written, from its first word to its last brace
     * @param catalogue every declaration in sight of the file
     * @param misreadings of what stands outside the projects; each plan has its own
     */
    public record Meaning(
            List<Plan> plans,
            List<Plan> scenarios,
            List<SourceRange> blocks,
            Catalogue catalogue,
            List<Misreading> misreadings,
            List<Waiver> waivers) {}

    private Lowering() {}

    /** What a file of settings sets. */
    public static RootSettings settings(File file) {
        return new SettingsLowering(file, true).settings();
    }

    /** The declarations of library files, on top of an outer catalogue. */
    public static Catalogue library(List<File> files, Catalogue outer, String version) {
        List<Block> declarations = new ArrayList<>();
        files.forEach(file -> declarations.addAll(file.declarations()));
        return new CatalogueLowering(outer).read(declarations, version);
    }

    /**
     * A file's projects.
     *
     * @param imported files whose declarations it sees
     * @param around what holds whatever it says
     * @param problems what the parser and the imports have already found
     */
    public static Meaning of(
            File file,
            List<File> imported,
            Surroundings around,
            List<Misreading> problems,
            LocalDate today,
            long seed) {
        Catalogue outer = around.withSettings();
        if (file.resource().getContents().isEmpty()) {
            return new Meaning(List.of(), List.of(), List.of(), outer, List.of(), List.of());
        }
        EObject root = file.resource().getContents().getFirst();
        Locations locations = new Locations(file.name(), file.text());
        List<Resource> inSight = new ArrayList<>();
        inSight.add(file.resource());
        List<File> declaring = new ArrayList<>(imported);
        declaring.add(file);
        imported.forEach(other -> inSight.add(other.resource()));
        inSight.addAll(around.library());
        Catalogue catalogue = library(declaring, outer, outer.version());
        List<Misreading> misreadings = new ArrayList<>(problems);
        misreadings.addAll(
                new Misreadings(
                                locations,
                                new NameSpaces(inSight),
                                catalogue.rates(),
                                outer.priors())
                        .of(root));
        misreadings.addAll(
                new SettingsLowering(file, Root.isSettings(Path.of(file.name()))).misreadings());
        if (!around.isLayer()) {
            misreadings.addAll(Shadowings.of(file, imported, around.library()));
        }
        List<Waiver> comments =
                Waivers.of(
                        NodeModelUtils.findActualNodeFor(root),
                        file.text(),
                        locations,
                        misreadings);
        List<Plan> plans = new ArrayList<>();
        List<Plan> scenarios = new ArrayList<>();
        List<SourceRange> blocks = new ArrayList<>();
        List<Misreading> outside = new ArrayList<>(misreadings);
        List<Waiver> others = new ArrayList<>(comments);
        for (Block block : file.declarations()) {
            if (block.object() instanceof Project) {
                SourceRange range = block.range();
                blocks.add(range);
                List<Misreading> own = new ArrayList<>(misreadings);
                own.removeIf(m -> !m.range().isIn(range));
                outside.removeAll(own);
                Scenarios named = new Scenarios(block, locations);
                own.addAll(named.misreadings());
                List<Waiver> waivers = new ArrayList<>(comments);
                waivers.removeIf(w -> !reaches(w, range));
                others.removeAll(waivers);
                waivers.addAll(Waivers.of(block, own));
                Plan plan =
                        new ProjectLowering(block, catalogue, around.settings(), today)
                                .plan(waivers, seed);
                own.addAll(MoneyChecks.of(block, plan, locations));
                plans.add(plan.withScenarios(named.outlines()).withMisreadings(own));
                for (Block scenario : named.blocks()) {
                    Plan other =
                            new ProjectLowering(scenario, catalogue, around.settings(), today)
                                    .plan(waivers, seed)
                                    .of(((Scenario) scenario.object()).getName());
                    List<Misreading> needs = new ArrayList<>(Needs.of(scenario, locations));
                    needs.addAll(MoneyChecks.of(block, plan, other, locations));
                    scenarios.add(other.withMisreadings(needs));
                }
            }
        }
        return new Meaning(plans, scenarios, blocks, catalogue.on(today), outside, others);
    }

    /** A comment before a project holds for all of it. */
    private static boolean reaches(Waiver comment, SourceRange project) {
        return comment.reach() instanceof Waiver.Lines(String file, int from, int to)
                && from <= project.endLine()
                && to >= project.line();
    }
}
