package dev.groundplan.cli;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.reports.Estimates;
import dev.groundplan.reports.Why;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prints the numbers of projects, and why they are what they are. */
final class EstimateCommand implements Command {
    @Override
    public String name() {
        return "estimate";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Print the numbers of a project with their ranges; --why opens one to its formula,"
                        + " inputs and sources.",
                Usage.Words.files(),
                List.of(
                        Option.value("NAME", "Only the numbers of this stage.", "--stage"),
                        Option.values("KEY", "Open the number with this key; may repeat.", "--why"),
                        Option.JSON,
                        Option.failOn("never"),
                        Option.PROJECT,
                        Option.SCENARIO,
                        Option.TODAY,
                        Option.SEED),
                List.of(
                        "groundplan estimate examples/support-assistant.genai",
                        "groundplan estimate examples/support-assistant.genai --why build.cost",
                        "groundplan estimate examples/support-assistant.genai --stage lora-tickets"
                                + " --json"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Optional<Severity> failOn = arguments.failOn(Optional.empty());
        Engine.Settings settings = arguments.settings();
        Engine engine = Engine.create();
        Sources sources = new Sources(engine, settings, console);
        List<Analysis> analyses = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> names = arguments.words();
        for (String name : names) {
            AnalysedFile file = sources.analyse(name);
            for (Analysis analysis : Sources.analyses(file, arguments)) {
                analyses.add(Sources.forecast(analysis, engine));
                findings.addAll(analysis.findings());
            }
            OpenErrors.mention(name, file, arguments.scenario(), console);
        }
        analyses = ofStage(analyses, arguments.value("--stage"));
        List<String> keys = arguments.values("--why");
        if (arguments.isSet(Option.JSON)) {
            console.out().text(EstimatesJson.text(ofKeys(analyses, keys)));
        } else if (keys.isEmpty()) {
            analyses.forEach(analysis -> print(analysis, console));
            console.out()
                    .line(
                            "Ranges are P10 … P90. `--why KEY` opens a number, such as --why"
                                    + " build.cost.");
        } else {
            why(analyses, keys, console);
        }
        return CheckCommand.fails(findings, failOn) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static void print(Analysis analysis, Console console) {
        Plan plan = analysis.plan();
        console.out()
                .line(
                        console.palette()
                                .bold(
                                        Terminal.safe(
                                                plan.name()
                                                        + plan.label().map(l -> "  " + l).orElse("")
                                                        + plan.scenario()
                                                                .map(s -> ", scenario " + s)
                                                                .orElse(""))))
                .line("");
        if (analysis.estimates().isEmpty()) {
            console.out().line("Nothing can be estimated yet: say more in the file.");
        }
        String text =
                new TerminalPainter(console.palette()).paint(new Estimates().render(analysis));
        console.out().text(text);
    }

    private static void why(List<Analysis> analyses, List<String> keys, Console console)
            throws Complaint {
        TerminalPainter painter = new TerminalPainter(console.palette());
        for (Analysis analysis : ofKeys(analyses, keys)) {
            for (Estimate<?> estimate : analysis.estimates()) {
                console.out().text(painter.paint(new Why().render(estimate)));
            }
        }
    }

    /** Only what the stage's name is in the key of; projects without such a stage drop out. */
    private static List<Analysis> ofStage(List<Analysis> analyses, Optional<String> stage)
            throws Complaint {
        if (stage.isEmpty()) {
            return analyses;
        }
        List<Analysis> kept = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (Analysis analysis : analyses) {
            List<Estimate<?>> numbers = new ArrayList<>();
            for (Estimate<?> estimate : analysis.estimates()) {
                if (estimate.key().segments().contains(stage.get())) {
                    numbers.add(estimate);
                }
            }
            if (!numbers.isEmpty()) {
                kept.add(with(analysis, numbers));
            }
            analysis.plan().stages().forEach(s -> known.add(s.name()));
            analysis.plan().work().forEach(w -> known.add(w.name()));
        }
        if (kept.isEmpty()) {
            throw new Complaint(
                    "there are no numbers of a stage "
                            + stage.get()
                            + "; there are those of "
                            + String.join(", ", known));
        }
        return kept;
    }

    /** Only the numbers asked for, each of which at least one project must have. */
    private static List<Analysis> ofKeys(List<Analysis> analyses, List<String> keys)
            throws Complaint {
        if (keys.isEmpty()) {
            return analyses;
        }
        for (String key : keys) {
            requireKnown(analyses, key);
        }
        List<Analysis> kept = new ArrayList<>();
        for (Analysis analysis : analyses) {
            List<Estimate<?>> wanted = new ArrayList<>();
            for (Estimate<?> estimate : analysis.estimates()) {
                if (keys.contains(estimate.key().toString())) {
                    wanted.add(estimate);
                }
            }
            kept.add(with(analysis, wanted));
        }
        return kept;
    }

    private static void requireKnown(List<Analysis> analyses, String key) throws Complaint {
        List<String> known = new ArrayList<>();
        for (Analysis analysis : analyses) {
            analysis.estimates().forEach(estimate -> known.add(estimate.key().toString()));
        }
        if (!known.contains(key)) {
            String hint = Hint.didYouMean(key, known);
            throw new Complaint(
                    "no number is called "
                            + key
                            + (hint.isEmpty() ? "; `groundplan estimate FILE` lists them" : hint));
        }
    }

    private static Analysis with(Analysis analysis, List<Estimate<?>> estimates) {
        return new Analysis(analysis.plan(), analysis.findings(), analysis.waived(), estimates);
    }
}
