package dev.groundplan.engine.facts;

import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.engine.json.JsonRefusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Scores the estimators against published cases. */
public final class Scoring {
    private static final double NINETY = 0.9;

    private final CaseSubjects subjects;
    private final Map<String, CaseEstimator> estimators = new HashMap<>();

    private Scoring(CaseSubjects subjects) {
        this.subjects = subjects;
        for (CaseEstimator estimator : CaseEstimators.all()) {
            estimator.quantities().forEach(quantity -> estimators.put(quantity, estimator));
        }
    }

    static Scoring of(CaseSubjects subjects) {
        return new Scoring(subjects);
    }

    /**
     * @param file the name as the user gave it
     * @param text JSON with a list of rows
     * @throws JsonRefusal naming the row and what was expected
     */
    public static Accuracy of(String file, String text, Catalogue catalogue) throws JsonRefusal {
        return new Scoring(CaseSubjects.of(catalogue)).score(FactsFile.read(file, text));
    }

    private Accuracy score(List<PublishedCase> cases) {
        List<Accuracy.Row> rows = new ArrayList<>();
        List<Accuracy.NotCovered> notCovered = new ArrayList<>();
        for (PublishedCase published : cases) {
            try {
                rows.add(row(published));
            } catch (NotEstimated reason) {
                notCovered.add(
                        new Accuracy.NotCovered(
                                published.id(),
                                published.quantity(),
                                published.source(),
                                reason.getMessage()));
            }
        }
        return new Accuracy(
                scored(
                        grouped(rows, Accuracy.Row::quantity),
                        grouped(notCovered, Accuracy.NotCovered::quantity),
                        Scoring::quantity),
                scored(
                        grouped(rows, Accuracy.Row::source),
                        grouped(notCovered, Accuracy.NotCovered::source),
                        Scoring::source),
                rows,
                notCovered);
    }

    private Accuracy.Row row(PublishedCase published) throws NotEstimated {
        if (published.value() == 0) {
            throw new NotEstimated("a published value of 0 has no relative error");
        }
        Uncertain<Count> estimate = estimate(published);
        return new Accuracy.Row(
                published.id(),
                published.quantity(),
                published.source(),
                new Count(published.value()),
                published.unit(),
                estimate,
                new Ratio(estimate.likely().value() / published.value() - 1));
    }

    Uncertain<Count> estimate(PublishedCase published) throws NotEstimated {
        CaseEstimator exact = estimators.get(published.quantity());
        try {
            return exact == null ? nearest(published) : estimate(published, exact, 0);
        } catch (IllegalArgumentException | ArithmeticException outside) {
            // a source's number may lie where no quantity is finite
            throw new NotEstimated("outside what can be computed: " + outside.getMessage());
        }
    }

    private Uncertain<Count> estimate(PublishedCase published, CaseEstimator estimator, int guesses)
            throws NotEstimated {
        return CaseEstimator.wider(
                estimator.estimate(published, subjects),
                guesses + estimator.guesses(published, subjects));
    }

    /** A quantity whose name nobody has used yet is the one that says the same in other words. */
    private Uncertain<Count> nearest(PublishedCase published) throws NotEstimated {
        String name = published.quantity();
        String known =
                QuantityName.nearest(name, estimators.keySet())
                        .orElseThrow(() -> new NotEstimated("no estimator for `" + name + "`"));
        double accelerators = Math.max(1, published.inputs().first("accelerators", "tp").orElse(1));
        double factor = QuantityName.of(name).from(QuantityName.of(known), accelerators);
        return CaseEstimator.times(
                estimate(published.named(known), estimators.get(known), 1), factor);
    }

    private static Accuracy.Quantity quantity(String name, List<Accuracy.Row> rows, int missed) {
        Map<String, List<Accuracy.Row>> bySource = grouped(rows, Accuracy.Row::source);
        return new Accuracy.Quantity(
                name,
                rows.size() + missed,
                rows.size(),
                bySource.size(),
                percentile(rows, Scoring::absolute, 0.5),
                percentile(
                        bySource.values(),
                        source -> percentile(source, Scoring::absolute, 0.5).orElseThrow().value(),
                        0.5),
                percentile(rows, Scoring::absolute, NINETY),
                percentile(rows, row -> row.error().value(), 0.5),
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Ratio(
                                        (double) rows.stream().filter(Scoring::inside).count()
                                                / rows.size())),
                percentile(rows, Scoring::width, 0.5));
    }

    private static Accuracy.PublishedSource source(
            String name, List<Accuracy.Row> rows, int missed) {
        return new Accuracy.PublishedSource(
                name, rows.size() + missed, rows.size(), percentile(rows, Scoring::absolute, 0.5));
    }

    private interface Score<T> {
        T of(String name, List<Accuracy.Row> covered, int missed);
    }

    /** What each group of cases comes to, by the name of the group. */
    private static <T> List<T> scored(
            Map<String, List<Accuracy.Row>> covered,
            Map<String, List<Accuracy.NotCovered>> missed,
            Score<T> score) {
        missed.keySet().forEach(name -> covered.putIfAbsent(name, List.of()));
        List<T> scores = new ArrayList<>();
        covered.forEach(
                (name, rows) ->
                        scores.add(
                                score.of(name, rows, missed.getOrDefault(name, List.of()).size())));
        return scores;
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> by) {
        Map<String, List<T>> groups = new TreeMap<>();
        all.forEach(one -> groups.computeIfAbsent(by.apply(one), k -> new ArrayList<>()).add(one));
        return groups;
    }

    private static double absolute(Accuracy.Row row) {
        return Math.abs(row.error().value());
    }

    private static boolean inside(Accuracy.Row row) {
        return row.published().compareTo(row.estimate().low()) >= 0
                && row.published().compareTo(row.estimate().high()) <= 0;
    }

    private static double width(Accuracy.Row row) {
        Uncertain<Count> estimate = row.estimate();
        double likely = estimate.likely().value();
        return likely == 0 ? 0 : (estimate.high().value() - estimate.low().value()) / likely;
    }

    /** Between the two nearest ranks in proportion; empty for none. */
    private static <T> Optional<Ratio> percentile(
            Collection<T> all, ToDoubleFunction<T> of, double share) {
        double[] values = all.stream().mapToDouble(of).sorted().toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        double at = share * (values.length - 1);
        int below = (int) at;
        double above = values[Math.min(below + 1, values.length - 1)];
        return Optional.of(new Ratio(values[below] + (at - below) * (above - values[below])));
    }
}
