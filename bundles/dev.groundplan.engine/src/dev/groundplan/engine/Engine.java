package dev.groundplan.engine;

import dev.groundplan.catalogue.PublishedCases;
import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Analyst;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.edits.Renaming;
import dev.groundplan.dsl.formatting.Formatter;
import dev.groundplan.dsl.xmi.Exchange;
import dev.groundplan.dsl.xmi.Unusable;
import dev.groundplan.engine.facts.Scoring;
import dev.groundplan.engine.json.JsonRefusal;
import dev.groundplan.estimators.Estimators;
import dev.groundplan.planner.project.AllRuns;
import dev.groundplan.planner.project.PlannerEstimators;
import dev.groundplan.planner.project.ProjectSimulation;
import dev.groundplan.rules.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The composition root: from the text of a file to its analysis, with the built-in catalogue and
 * every estimator and rule. Creating one costs the set-up of the language; it is used by one thread
 * at a time.
 */
public final class Engine {
    /** Runs of a forecast: a P80 is then sure to less than half a percentage point. */
    public static final int USUAL_RUNS = AllRuns.RUNS;

    private final GenaiLanguage language;
    private final Analyses analyses;
    private final Pages pages;

    /**
     * What besides the files decides a result.
     *
     * @param today the day on which the plan is computed
     */
    public record Settings(LocalDate today, long seed) {
        /** The seed that is used unless another is asked for. */
        public static final long USUAL_SEED = 1;

        public static Settings now() {
            // LocalDate.now() reads the rules of all time zones, a twentieth of a short command
            long utc = System.currentTimeMillis();
            long here = utc + TimeZone.getDefault().getOffset(utc);
            long day = Math.floorDiv(here, Duration.ofDays(1).toMillis());
            return new Settings(LocalDate.ofEpochDay(day), USUAL_SEED);
        }
    }

    private Engine(GenaiLanguage language) {
        this.language = language;
        this.analyses =
                new Analyses(
                        new Analyst(estimators(), PlannerEstimators.forecasts(), Rules.all()),
                        new Analyst(estimators(), Rules.all()));
        List<Class<?>> documented = new ArrayList<>();
        Rules.all().forEach(rule -> documented.add(rule.getClass()));
        estimators().forEach(estimator -> documented.add(estimator.getClass()));
        PlannerEstimators.forecasts().forEach(estimator -> documented.add(estimator.getClass()));
        documented.add(ProjectSimulation.class);
        this.pages = new Pages(documented);
    }

    /** Every estimator: those of one subject, then those that plan. */
    public static List<Estimator<?, ?>> estimators() {
        return Stream.concat(Estimators.all().stream(), PlannerEstimators.all().stream()).toList();
    }

    public static Engine create() {
        return new Engine(BuiltInCatalogue.language());
    }

    /** What {@link BuiltInCatalogue} finds when the build has kept it; made from the texts. */
    public static byte[] libraryImage() {
        return BuiltInCatalogue.image();
    }

    /** Every declaration of the built-in catalogue. */
    public Catalogue catalogue() {
        return language.catalogue();
    }

    /**
     * The same with what comes of so many simulated runs: percentiles of cost and finish, chances,
     * what moves them. What a rule had simulated is not simulated again.
     */
    public Analysis forecast(Analysis analysis, int runs, Cancellation cancellation) {
        return analyses.forecast(analysis, runs, cancellation);
    }

    /**
     * The same, improving. Needs nothing of the engine that another thread may change, so that it
     * may run beside an analysis.
     *
     * @param improving is handed the analysis with what the first runs say, as soon as they are
     *     made
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public Analysis forecast(
            Analysis analysis, int runs, Cancellation cancellation, Consumer<Analysis> improving) {
        return analyses.forecast(analysis, runs, cancellation, improving);
    }

    /**
     * Reads and analyses a file.
     *
     * @throws UnreadableFile with a message for people
     */
    public AnalysedFile analyse(Path path, Settings settings) throws UnreadableFile {
        String name = path.toString();
        String text = SourceText.read(name, path);
        return analyse(name, path.toAbsolutePath().normalize(), text, settings, Cancellation.NEVER);
    }

    /**
     * Analyses a text. Never fails for what the text says.
     *
     * @param name as the user gave it; findings carry it
     * @param path absolute; imports are sought beside it and confined to its root
     */
    public AnalysedFile analyse(
            String name, Path path, String text, Settings settings, Cancellation cancellation) {
        return analyse(name, path, text, settings, cancellation, Optional.empty());
    }

    /**
     * The same for whoever does not want to wait for rules that need simulated runs.
     *
     * @param first is handed what is known without them, before the runs are made
     */
    public AnalysedFile analyse(
            String name,
            Path path,
            String text,
            Settings settings,
            Cancellation cancellation,
            Consumer<AnalysedFile> first) {
        return analyse(name, path, text, settings, cancellation, Optional.of(first));
    }

    private AnalysedFile analyse(
            String name,
            Path path,
            String text,
            Settings settings,
            Cancellation cancellation,
            Optional<Consumer<AnalysedFile>> first) {
        GenaiLanguage.Reading reading = reading(name, path, text, settings);
        return analyses.of(name, path, text, settings, reading, cancellation, first);
    }

    /** A text by the formulas, without simulated runs: for what-ifs, of which there are many. */
    AnalysedFile glance(AnalysedFile file, String text, Settings settings, Cancellation c) {
        GenaiLanguage.Reading reading = reading(file.name(), file.path(), text, settings);
        return analyses.glance(file.name(), file.path(), text, reading, c);
    }

    private GenaiLanguage.Reading reading(String name, Path path, String text, Settings settings) {
        return language.read(name, path, text, settings.today(), settings.seed());
    }

    /**
     * The edits that a fix makes in the file, the smallest that do it, by offset. The text is read
     * again: a fix asked for is rarer than a keystroke, and an analysis then holds no syntax tree.
     */
    public List<TextEdit> edits(AnalysedFile file, Fix fix) {
        return language.edits(file.path(), file.text(), fix.changes());
    }

    /**
     * How far the estimates lie from published cases.
     *
     * @param name of the file, as the user gave it
     * @param text JSON with a list of rows
     * @throws UnreadableFile naming the row and what was expected
     */
    public Accuracy accuracy(String name, String text) throws UnreadableFile {
        try {
            return Scoring.of(name, text, catalogue());
        } catch (JsonRefusal e) {
            throw new UnreadableFile(e.getMessage());
        }
    }

    /** The same for the published cases that come along. */
    public Accuracy accuracy() throws UnreadableFile {
        return accuracy(PublishedCases.NAME, PublishedCases.text());
    }

    /**
     * The files at the root that have a say in what a file means: its settings, and the
     * organisation's catalogue. Their findings are their own.
     *
     * @param path absolute and normal
     */
    public List<Path> rootFiles(Path path) {
        return language.rootFiles(path);
    }

    /**
     * The layers of the catalogue that a file sees.
     *
     * @param path absolute and normal; it need not exist
     */
    public RootCatalogue catalogue(Path path) {
        return new RootCatalogue(language, path);
    }

    /** Gives what this text declares or mentions another name, wherever it is mentioned. */
    public Renaming renaming(Path path, String text) {
        return language.renaming(path, text);
    }

    /**
     * The authored model of a text as XMI 2.0.
     *
     * @param name for the message
     * @throws UnreadableFile when the text has errors of syntax
     */
    public byte[] toXmi(String name, Path path, String text) throws UnreadableFile {
        try {
            return language.exchange(path).toXmi(text);
        } catch (Unusable e) {
            throw new UnreadableFile(name + " has no model yet: " + e.getMessage());
        }
    }

    /**
     * The formatted text of a model in XMI.
     *
     * @param path where the text would stand, for its imports
     * @throws UnreadableFile when it is no model of this language
     */
    public String fromXmi(String name, Path path, byte[] xmi) throws UnreadableFile {
        try {
            return language.exchange(path).toText(xmi);
        } catch (Unusable e) {
            throw new UnreadableFile(
                    name
                            + " is no model in XMI that can be said in the language: "
                            + e.getMessage());
        }
    }

    /** The Ecore model that other tools need to read the XMI. */
    public static byte[] metamodel() {
        return Exchange.metamodel();
    }

    /** The text in the layout of the language; no word and no comment changes. */
    public static String format(String text) {
        return Formatter.format(text);
    }

    /** What {@link #format} changes, by offset: white space for white space. */
    public static List<TextEdit> formatting(String text) {
        return Formatter.edits(text);
    }

    /** The page of a rule or an estimator, whatever the case of its name. */
    public Optional<Page> page(String name) {
        return pages.find(name);
    }

    /** What a policy says in whose sight this text stands. */
    public Optional<Page> policy(String name, Path path, String text) {
        GenaiLanguage.Reading reading =
                language.read(path.toString(), path, text, Settings.now().today(), 0);
        return PolicyPage.find(name, reading.declarations().catalogue());
    }

    /** The page that explains a finding: its rule's, or what its policy says. */
    public Optional<Page> page(AnalysedFile file, Finding finding) {
        return PolicyPage.of(finding, file).or(() -> page(finding.page()));
    }

    public List<String> pageNames() {
        return pages.names();
    }
}
