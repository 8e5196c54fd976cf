package dev.groundplan.engine;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Time;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the fixes of a file do to its figures and findings: the changed text is analysed when
 * somebody asks, and once. It is used by one thread at a time, as the engine is.
 */
public final class FixEffects {
    /** A smaller change of a cost is no reason to choose. */
    private static final double LEAST_SHARE = 0.01;

    private static final Time LEAST_TIME = Time.days(1);

    /** More texts than this are not analysed: whoever has so many findings reads no effects. */
    private static final int MOST = 60;

    private final Engine engine;
    private final Engine.Settings settings;
    private final AnalysedFile file;
    private final Cancellation cancellation;
    private final Map<List<TextEdit>, AnalysedFile> changed = new HashMap<>();

    public FixEffects(
            Engine engine, Engine.Settings settings, AnalysedFile file, Cancellation cancellation) {
        this.engine = engine;
        this.settings = settings;
        this.file = file;
        this.cancellation = cancellation;
    }

    /**
     * The fix with what it brings, by the formulas: how the medians of the cost until release
     * ({@code build}), of a month of running ({@code run}) and of the time to the release ({@code
     * finish}) change, as far as they do by a hundredth or a day; which other findings it takes
     * away ({@code mends too}), and which it brings ({@code brings}).
     *
     * @throws Cancellation.Cancelled when nobody waits for it any more
     */
    public Fix of(Finding finding, Fix fix) {
        List<TextEdit> edits = engine.edits(file, fix);
        if (edits.isEmpty() || !changed.containsKey(edits) && changed.size() >= MOST) {
            return fix;
        }
        // both without simulated runs: a menu of fixes waits for them, and like is held to like
        AnalysedFile before = changed.computeIfAbsent(List.of(), this::analysed);
        AnalysedFile after = changed.computeIfAbsent(edits, this::analysed);
        Fix known = figures(finding, before, after, fix);
        Optional<String> mended = rules(before.findings(), after.findings(), finding);
        Optional<String> brought = rules(after.findings(), before.findings(), finding);
        known = mended.isPresent() ? known.bringing("mends too", mended.get()) : known;
        return brought.isPresent() ? known.bringing("brings", brought.get()) : known;
    }

    /** The finding with such fixes. */
    public Finding of(Finding finding) {
        return finding.with(finding.fixes().stream().map(fix -> of(finding, fix)).toList());
    }

    private AnalysedFile analysed(List<TextEdit> edits) {
        return engine.glance(file, TextEdit.apply(file.text(), edits), settings, cancellation);
    }

    private static Fix figures(Finding finding, AnalysedFile before, AnalysedFile after, Fix fix) {
        Optional<Analysis> old = about(before, finding);
        Optional<Analysis> now = about(after, finding);
        if (old.isEmpty() || now.isEmpty()) {
            return fix;
        }
        Fix known = fix;
        known = cost(known, "build", Dimension.MONEY, old.get(), now.get(), "build", "cost");
        known =
                cost(
                        known,
                        "run",
                        Dimension.PRICE_PER_MONTH,
                        old.get(),
                        now.get(),
                        "run",
                        "cost",
                        "month");
        Optional<Time> first = median(Dimension.TIME, old.get(), "finish");
        Optional<Time> then = median(Dimension.TIME, now.get(), "finish");
        return first.isPresent() && then.isPresent()
                ? bringing(known, "finish", first.get(), then.get(), LEAST_TIME)
                : known;
    }

    /** The project that has the finding, or the scenario that has it alone. */
    private static Optional<Analysis> about(AnalysedFile in, Finding finding) {
        List<Analysis> all = finding.scenario().isPresent() ? in.scenarios() : in.projects();
        return all.stream()
                .filter(one -> finding.subject().isIn(one.plan().id()))
                .filter(one -> one.plan().scenario().equals(finding.scenario()))
                .findFirst();
    }

    private static <Q extends Quantity<Q>> Fix cost(
            Fix fix,
            String name,
            Dimension<Q> dimension,
            Analysis old,
            Analysis now,
            String... key) {
        Optional<Q> before = median(dimension, old, key);
        Optional<Q> after = median(dimension, now, key);
        return before.isPresent() && after.isPresent() && before.get().value() > 0
                ? bringing(fix, name, before.get(), after.get(), before.get().times(LEAST_SHARE))
                : fix;
    }

    private static <Q extends Quantity<Q>> Optional<Q> median(
            Dimension<Q> dimension, Analysis analysis, String... key) {
        return analysis.value(dimension, key).map(range -> range.likely());
    }

    private static <Q extends Quantity<Q>> Fix bringing(
            Fix fix, String name, Q before, Q after, Q least) {
        boolean more = after.compareTo(before) > 0;
        Q difference = more ? after.minus(before) : before.minus(after);
        return difference.compareTo(least) < 0
                ? fix
                : fix.bringing(name, (more ? "+" : "−") + difference);
    }

    /** Rules of findings that the others have not, apart from the one that is mended. */
    private static Optional<String> rules(
            List<Finding> some, List<Finding> others, Finding mended) {
        String names =
                some.stream()
                        .filter(finding -> !finding.saysTheSameAs(mended))
                        .filter(finding -> !isAlso(finding, others))
                        .map(Finding::rule)
                        .filter(rule -> !rule.equals(mended.rule()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** The same defect in other numbers is the same defect. */
    private static boolean isAlso(Finding finding, List<Finding> others) {
        return others.stream()
                .anyMatch(
                        other ->
                                other.rule().equals(finding.rule())
                                        && other.subject().equals(finding.subject())
                                        && other.scenario().equals(finding.scenario()));
    }
}
