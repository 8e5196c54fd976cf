package dev.groundplan.cli;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.export.Exporter;
import dev.groundplan.reports.Block;
import dev.groundplan.reports.Document;
import dev.groundplan.reports.Report;
import dev.groundplan.reports.Reports;
import dev.groundplan.reports.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows a project and its scenarios side by side, and what its decisions come to. */
final class CompareCommand implements Command {
    @Override
    public String name() {
        return "compare";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Put a project and its scenarios side by side, and show what its decisions come"
                        + " to.",
                new Usage.Words("FILE", 1, 1, "A project file; - is standard input."),
                List.of(
                        PlanCommand.output(),
                        Option.JSON,
                        Option.PROJECT,
                        Option.TODAY,
                        Option.SEED),
                List.of(
                        "groundplan compare examples/support-assistant.genai",
                        "groundplan compare examples/support-assistant.genai -o options.md"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Optional<OutputFile> target = PlanCommand.target(arguments);
        Optional<Exporter> exporter =
                arguments.isSet(Option.JSON) || target.isPresent()
                        ? Optional.of(PlanCommand.exporter(arguments))
                        : Optional.empty();
        String name = arguments.words().getFirst();
        Engine engine = Engine.create();
        Sources sources = new Sources(engine, arguments.settings(), console);
        AnalysedFile file = sources.analyse(name);
        List<Comparison> projects = new ArrayList<>();
        for (Analysis analysis : Sources.analyses(file, arguments)) {
            projects.add(Sources.comparison(file, analysis, engine));
        }
        if (projects.stream().allMatch(project -> project.scenarios().isEmpty())) {
            throw new Complaint(
                    file.name()
                            + " has no scenarios to compare; one looks like `scenario hosted-api {"
                            + " deployment none }` inside its project");
        }
        Document document = document(file, projects);
        if (exporter.isEmpty()) {
            print(document, console);
        } else if (target.isEmpty()) {
            byte[] bytes = PlanCommand.bytes(exporter.get(), document);
            console.out().text(new String(bytes, StandardCharsets.UTF_8));
        } else {
            target.get().write(PlanCommand.bytes(exporter.get(), document));
            console.err().line("groundplan: wrote " + Terminal.safe(target.get().name()));
        }
        OpenErrors.mention(name, file, Optional.empty(), console);
        return ExitCode.CLEAN;
    }

    private static Document document(AnalysedFile file, List<Comparison> projects) {
        List<Section> sections = new ArrayList<>();
        for (Comparison project : projects) {
            Plan plan = project.project().plan();
            String of = projects.size() > 1 ? plan.label().orElse(plan.name()) + ": " : "";
            for (Report<Comparison> report : Reports.comparing()) {
                List<Block> blocks = report.render(project);
                if (!blocks.isEmpty()) {
                    sections.add(new Section(of + report.title(), blocks));
                }
            }
        }
        return new Document(file.name() + ": scenarios", sections);
    }

    private static void print(Document document, Console console) {
        TerminalPainter painter = new TerminalPainter(console.palette());
        for (Section section : document.sections()) {
            console.out().line(console.palette().bold(Terminal.safe(section.title()))).line("");
            console.out().text(painter.paint(section.blocks()));
        }
    }
}
