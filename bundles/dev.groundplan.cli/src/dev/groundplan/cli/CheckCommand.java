package dev.groundplan.cli;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.FixEffects;
import dev.groundplan.engine.Repairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for defects in plans. */
final class CheckCommand implements Command {
    private static final Option FIX =
            Option.flag(
                    "Make the fixes that decide nothing, and check what is left. Standard input is"
                            + " printed mended.",
                    "--fix");
    private static final Option DRY_RUN =
            Option.flag("With --fix: print what would change, and write nothing.", "--dry-run");

    private static final Option EFFECTS =
            Option.flag(
                    "Say of each fix how cost and finish change with it, and which other findings"
                            + " go or come: the changed file is analysed for each.",
                    "--effects");

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Check project files: findings with their place and the ways out.",
                Usage.Words.files(),
                List.of(
                        Option.JSON,
                        Option.failOn("error"),
                        Option.PROJECT,
                        Option.SCENARIO,
                        Option.TODAY,
                        Option.SEED,
                        FIX,
                        DRY_RUN,
                        EFFECTS),
                List.of(
                        "groundplan check examples/support-assistant.genai",
                        "groundplan check --json --fail-on warning a.genai b.genai",
                        "groundplan check --fix --dry-run a.genai",
                        "groundplan check --effects a.genai",
                        "cat a.genai | groundplan check -"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Optional<Severity> failOn = arguments.failOn(Optional.of(Severity.ERROR));
        Engine.Settings settings = arguments.settings();
        Engine engine = Engine.create();
        Sources sources = new Sources(engine, settings, console);
        List<Checked> all = new ArrayList<>();
        List<String> names = arguments.words();
        boolean dry = arguments.isSet(DRY_RUN);
        if (dry && !arguments.isSet(FIX)) {
            throw new Complaint("--dry-run goes with --fix: it prints what would be mended");
        }
        Mending mending = new Mending(new Repairs(engine, settings), console);
        for (String name : names) {
            AnalysedFile file = sources.analyse(name);
            if (arguments.isSet(FIX)) {
                file = dry ? mending.shown(file) : mending.written(file);
            }
            if (arguments.isSet(EFFECTS)) {
                FixEffects effects = new FixEffects(engine, settings, file, Cancellation.NEVER);
                all.add(checked(file, arguments).with(effects));
            } else {
                all.add(checked(file, arguments));
            }
        }
        if (dry || mending.printed()) {
            return code(all, failOn);
        }
        // what holds for the files of a root is told once, however many of them are checked
        for (AnalysedFile file : sources.rootFiles(all.stream().map(Checked::file).toList())) {
            if (!file.findings().isEmpty()) {
                all.add(whole(file));
            }
        }
        if (arguments.isSet(Option.JSON)) {
            console.out().text(new FindingsJson(engine).text(all));
        } else {
            FindingsText text = new FindingsText(console.palette());
            for (Checked checked : all) {
                console.out().text(text.of(checked));
            }
            console.out().line(FindingsText.summary(all));
        }
        return code(all, failOn);
    }

    /** A file with the findings asked for. */
    record Checked(AnalysedFile file, List<Finding> findings, int waived) {
        /** With what each fix brings. */
        Checked with(FixEffects effects) {
            return new Checked(file, findings.stream().map(effects::of).toList(), waived);
        }
    }

    private static Checked checked(AnalysedFile file, Arguments arguments) throws Complaint {
        if (arguments.project().isEmpty() && arguments.scenario().isEmpty()) {
            return whole(file);
        }
        List<Finding> findings = new ArrayList<>();
        int waived = 0;
        for (Analysis analysis : Sources.analyses(file, arguments)) {
            findings.addAll(analysis.findings());
            waived += analysis.waived().size();
        }
        return new Checked(file, findings, waived);
    }

    private static Checked whole(AnalysedFile file) {
        int waived = 0;
        for (Analysis analysis : file.projects()) {
            waived += analysis.waived().size();
        }
        return new Checked(file, file.findings(), waived);
    }

    private static int code(List<Checked> all, Optional<Severity> failOn) {
        for (Checked checked : all) {
            if (fails(checked.findings(), failOn)) {
                return ExitCode.FINDINGS;
            }
        }
        return ExitCode.CLEAN;
    }

    /** Whether a finding is at or above that severity. */
    static boolean fails(List<Finding> findings, Optional<Severity> failOn) {
        for (Finding finding : findings) {
            if (failOn.isPresent() && finding.severity().compareTo(failOn.get()) >= 0) {
                return true;
            }
        }
        return false;
    }
}
