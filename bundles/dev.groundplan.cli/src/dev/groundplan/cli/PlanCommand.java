package dev.groundplan.cli;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.export.Exporter;
import dev.groundplan.export.Exporters;
import dev.groundplan.reports.Document;
import dev.groundplan.reports.LifecyclePlan;
import dev.groundplan.reports.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the lifecycle plan. */
final class PlanCommand implements Command {
    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Write the lifecycle plan of a project; without -o it is printed as Markdown.",
                new Usage.Words("FILE", 1, 1, "A project file; - is standard input."),
                List.of(
                        output(),
                        Option.JSON,
                        Option.failOn("never"),
                        Option.PROJECT,
                        Option.SCENARIO,
                        Option.TODAY,
                        Option.SEED),
                List.of(
                        "groundplan plan examples/support-assistant.genai -o plan.md",
                        "groundplan plan examples/support-assistant.genai -o plan.json --today"
                                + " 2026-11-23"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Optional<Severity> failOn = arguments.failOn(Optional.empty());
        Optional<OutputFile> target = target(arguments);
        Exporter exporter = exporter(arguments);
        String name = arguments.words().getFirst();
        Engine engine = Engine.create();
        Sources sources = new Sources(engine, arguments.settings(), console);
        AnalysedFile file = sources.analyse(name);
        List<Analysis> analyses = Sources.analyses(file, arguments);
        byte[] bytes = bytes(exporter, document(file, analyses, engine));
        if (target.isPresent()) {
            target.get().write(bytes);
            console.err().line("groundplan: wrote " + Terminal.safe(target.get().name()));
        } else {
            console.out().text(new String(bytes, StandardCharsets.UTF_8));
        }
        OpenErrors.mention(name, file, arguments.scenario(), console);
        List<Finding> findings = new ArrayList<>();
        analyses.forEach(analysis -> findings.addAll(analysis.findings()));
        return CheckCommand.fails(findings, failOn) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static Document document(AnalysedFile file, List<Analysis> analyses, Engine engine) {
        return new LifecyclePlan(Reports.all(), ToolVersion.named())
                .document(
                        file.name() + ": lifecycle plans",
                        analyses.stream()
                                .map(analysis -> Sources.comparison(file, analysis, engine))
                                .toList());
    }

    static byte[] bytes(Exporter exporter, Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            exporter.write(document, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory refused bytes", e);
        }
        return bytes.toByteArray();
    }

    /** Made when it is asked for: the formats are not loaded for other commands. */
    static Option output() {
        return Option.value(
                "FILE",
                "Where to; the extension says the format: " + Exporters.known() + ".",
                "-o",
                "--output");
    }

    /** Refuses what cannot be written before the work is done rather than after. */
    static Optional<OutputFile> target(Arguments arguments) throws Complaint {
        Optional<String> output = arguments.value("--output");
        return output.isPresent() ? Optional.of(OutputFile.at(output.get())) : Optional.empty();
    }

    static Exporter exporter(Arguments arguments) throws Complaint {
        boolean json = arguments.isSet(Option.JSON);
        String name = arguments.value("--output").orElse(json ? "plan.json" : "plan.md");
        Optional<Exporter> exporter = Exporters.forFile(name);
        if (exporter.isEmpty()) {
            throw new Complaint(
                    name
                            + ": the extension names no format that is known; known are "
                            + Exporters.known());
        }
        return exporter.get();
    }
}
