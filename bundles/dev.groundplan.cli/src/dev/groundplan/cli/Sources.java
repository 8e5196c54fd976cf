package dev.groundplan.cli;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.CatalogueLock;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.RootCatalogue;
import dev.groundplan.engine.SourceText;
import dev.groundplan.engine.UnreadableFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and analyses what the arguments name. */
final class Sources {
    /** What stands for standard input, as in most commands. */
    private static final String STANDARD_INPUT = "-";

    private static final String STANDARD_INPUT_NAME = "<stdin>";

    /** More than any project file may have, so that what is too large is seen to be. */
    private static final int READ_AT_MOST = (8 << 20) + 1;

    private static final long QUIET_NANOS = 1_000_000_000L;

    private final Engine engine;
    private final Engine.Settings settings;
    private final Console console;
    private final Set<Path> told = new HashSet<>();

    Sources(Engine engine, Engine.Settings settings, Console console) {
        this.engine = engine;
        this.settings = settings;
        this.console = console;
    }

    /**
     * What an argument names.
     *
     * @param name for people
     * @param path absolute
     */
    record Source(String name, Path path, String text) {
        boolean isStandardInput() {
            return Sources.isStandardInput(name);
        }
    }

    /** Whether a source of this name is what came in on standard input. */
    static boolean isStandardInput(String name) {
        return name.equals(STANDARD_INPUT_NAME);
    }

    /** Reads a file, or standard input, as text. */
    static Source read(String argument, Console console) throws Complaint {
        try {
            if (argument.equals(STANDARD_INPUT)) {
                byte[] bytes = console.in().readNBytes(READ_AT_MOST);
                String text = SourceText.decode(STANDARD_INPUT_NAME, bytes);
                Path path = Path.of("stdin.genai").toAbsolutePath();
                return new Source(STANDARD_INPUT_NAME, path, text);
            }
            Path path = Path.of(argument).toAbsolutePath().normalize();
            return new Source(argument, path, SourceText.read(argument, path));
        } catch (InvalidPathException e) {
            throw new Complaint(argument + " is not a file name: " + e.getReason());
        } catch (UnreadableFile e) {
            throw new Complaint(e.getMessage());
        } catch (IOException e) {
            throw new Complaint("standard input cannot be read: " + e.getMessage());
        }
    }

    AnalysedFile analyse(String argument) throws Complaint {
        Source source = read(argument, console);
        try {
            mentionLock(source.path());
        } catch (UnreadableFile e) {
            throw new Complaint(e.getMessage());
        }
        return engine.analyse(
                source.name(),
                source.path(),
                source.text(),
                settings,
                new Progress(source.name(), console.err()));
    }

    /** What lies at the roots of these files and is read with them, each once. */
    List<AnalysedFile> rootFiles(List<AnalysedFile> files) throws Complaint {
        Set<Path> paths = new LinkedHashSet<>();
        files.forEach(file -> paths.addAll(engine.rootFiles(file.path())));
        files.forEach(file -> paths.remove(file.path()));
        List<AnalysedFile> found = new ArrayList<>();
        for (Path path : paths) {
            found.add(analyse(shortest(path)));
        }
        return found;
    }

    /** As a person in this folder would write it. */
    static String shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    /** A project beside its scenarios; a scenario stands alone. */
    static Comparison comparison(AnalysedFile file, Analysis analysis, Engine engine) {
        List<Analysis> scenarios =
                analysis.plan().scenario().isPresent() ? List.of() : file.scenarios(analysis);
        return new Comparison(
                forecast(analysis, engine),
                scenarios.stream().map(scenario -> forecast(scenario, engine)).toList());
    }

    /** With what simulated runs say; those of all scenarios share their random numbers. */
    static Analysis forecast(Analysis analysis, Engine engine) {
        return engine.forecast(analysis, Engine.USUAL_RUNS, Cancellation.NEVER);
    }

    /** The projects asked for, or the scenario of them; at least one. */
    static List<Analysis> analyses(AnalysedFile file, Arguments arguments) throws Complaint {
        List<Analysis> projects = projects(file, arguments.project());
        Optional<String> scenario = arguments.scenario();
        if (scenario.isEmpty()) {
            return projects;
        }
        List<Analysis> found = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (Analysis project : projects) {
            for (Analysis one : file.scenarios(project)) {
                String name = one.plan().scenario().orElseThrow();
                known.add(name);
                if (name.equals(scenario.get())) {
                    found.add(one);
                }
            }
        }
        if (found.isEmpty()) {
            String where = arguments.project().map(name -> "project " + name).orElseGet(file::name);
            throw new Complaint(where + " has no scenario " + scenario.get() + there(known));
        }
        return found;
    }

    private static List<Analysis> projects(AnalysedFile file, Optional<String> name)
            throws Complaint {
        if (file.projects().isEmpty()) {
            throw new Complaint(
                    file.name() + " declares no project; expected `project NAME { }` in it");
        }
        if (name.isEmpty()) {
            return file.projects();
        }
        Set<String> known = new LinkedHashSet<>();
        for (Analysis analysis : file.projects()) {
            if (analysis.plan().name().equals(name.get())) {
                return List.of(analysis);
            }
            known.add(analysis.plan().name());
        }
        throw new Complaint(file.name() + " has no project " + name.get() + there(known));
    }

    private static String there(Set<String> names) {
        return names.isEmpty() ? "; it names none" : "; it has " + String.join(", ", names);
    }

    /** Says once a root when the catalogue is not the one that its figures were locked to. */
    private void mentionLock(Path path) throws UnreadableFile {
        RootCatalogue catalogue = engine.catalogue(path);
        if (!told.add(catalogue.root())) {
            return;
        }
        Optional<CatalogueLock.Difference> difference = catalogue.difference();
        if (difference.isPresent()) {
            console.err()
                    .line(
                            "groundplan: warning: the catalogue is not the one of "
                                    + Terminal.safe(shortest(catalogue.lockFile()))
                                    + ": "
                                    + LayersCommand.summary(difference.get())
                                    + "; figures may differ. See `groundplan catalogue diff`,"
                                    + " accept with `groundplan catalogue lock`, or go back to the"
                                    + " files and the version that were locked");
        }
    }

    /** Says once, after a second, that work is under way. */
    private static final class Progress implements Cancellation {
        private final long started = System.nanoTime();
        private final String name;
        private final Output to;
        private boolean told;

        private Progress(String name, Output to) {
            this.name = name;
            this.to = to;
        }

        @Override
        public boolean isCancelled() {
            if (!told && System.nanoTime() - started > QUIET_NANOS) {
                told = true;
                to.line("groundplan: analysing " + Terminal.safe(name) + " …").flush();
            }
            return false;
        }
    }
}
