package dev.groundplan.cli;

import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.SourceText;
import dev.groundplan.engine.UnreadableFile;
import dev.groundplan.reports.AccuracyReport;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Scores the estimators against published cases. */
final class AccuracyCommand implements Command {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Score the estimates against published cases: how far off, in which direction, and"
                        + " how often inside the interval.",
                new Usage.Words(
                        "FACTS.json", 0, 1, "Published cases; without, those that come along."),
                List.of(Option.JSON),
                List.of("groundplan accuracy", "groundplan accuracy our-runs.json --json"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Accuracy accuracy = score(arguments.word());
        if (arguments.isSet(Option.JSON)) {
            console.out().text(AccuracyJson.text(accuracy));
        } else {
            console.out()
                    .text(
                            new TerminalPainter(console.palette())
                                    .paint(new AccuracyReport().render(accuracy)));
        }
        return ExitCode.CLEAN;
    }

    private static Accuracy score(Optional<String> file) throws Complaint {
        try {
            Engine engine = Engine.create();
            return file.isPresent()
                    ? engine.accuracy(file.get(), SourceText.read(file.get(), Path.of(file.get())))
                    : engine.accuracy();
        } catch (InvalidPathException e) {
            throw new Complaint(file.orElse("") + " is not a file name: " + e.getReason());
        } catch (UnreadableFile e) {
            throw new Complaint(e.getMessage());
        }
    }
}
