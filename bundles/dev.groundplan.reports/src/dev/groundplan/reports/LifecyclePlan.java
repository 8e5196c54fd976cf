package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.core.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** The whole plan of a project as one document. */
public final class LifecyclePlan {
    private final List<Report<Analysis>> reports;
    private final String tool;

    /**
     * @param tool name and version of what makes the plan, for the reader who wants to make it
     *     again
     */
    public LifecyclePlan(List<Report<Analysis>> reports, String tool) {
        this.reports = List.copyOf(reports);
        this.tool = tool;
    }

    /** One project, without its scenarios. */
    public Document document(Analysis analysis) {
        return document(new Comparison(analysis, List.of()));
    }

    /** One project beside its scenarios. */
    public Document document(Comparison comparison) {
        Analysis analysis = comparison.project();
        List<Section> sections = new ArrayList<>();
        for (Report<Analysis> report : reports) {
            List<Block> blocks = report.render(analysis);
            if (!blocks.isEmpty()) {
                sections.add(new Section(report.title(), blocks));
            }
        }
        for (Report<Comparison> report : Reports.comparing()) {
            List<Block> blocks = report.render(comparison);
            if (!blocks.isEmpty()) {
                sections.add(new Section(report.title(), blocks));
            }
        }
        sections.add(new Section("How this plan was made", List.of(made(analysis.plan()))));
        return new Document(title(analysis.plan()) + ": lifecycle plan", sections);
    }

    /** Several projects one after another. */
    public Document document(String title, List<Comparison> projects) {
        if (projects.size() == 1) {
            return document(projects.getFirst());
        }
        List<Section> sections = new ArrayList<>();
        for (Comparison project : projects) {
            for (Section section : document(project).sections()) {
                String of = title(project.project().plan()) + ": " + section.title();
                sections.add(new Section(of, section.blocks()));
            }
        }
        return new Document(title, sections);
    }

    private static String title(Plan plan) {
        return plan.label().orElse(plan.name())
                + plan.scenario().map(name -> ", scenario " + name).orElse("");
    }

    private Block made(Plan plan) {
        Table.Builder table = Table.of("", "What", "Value");
        table.row("Project", plan.name());
        plan.scenario().ifPresent(scenario -> table.row("Scenario", scenario));
        plan.owner().ifPresent(owner -> table.row("Owner", owner));
        table.row("Computed for", plan.today().toString());
        table.row("Tool", tool);
        table.row("Catalogue", plan.catalogue().version());
        table.row("Seed", Long.toString(plan.seed()));
        table.row("Currency", plan.currency() + ", nominal");
        table.row(
                "Ranges",
                "80 % intervals, 10th to 90th percentile; P80 is not exceeded in eight cases of"
                        + " ten");
        return table.build();
    }
}
