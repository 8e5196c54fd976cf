package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.plan.Decision;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The points of a decision's options. For each criterion the best option has one point, another so
 * many times less as its figure is worse: twice the cost, half the point. A chance is its own
 * point. Where a figure is nothing or less, as a gain may be, the points go evenly from the worst
 * to the best. Points times weights add up. All figures at their medians.
 */
final class Weighing {
    /** Beyond so many times the figure nobody would look for a change. */
    private static final double FARTHEST = 100;

    private final Decision decision;
    private final Map<String, Analysis> options = new LinkedHashMap<>();
    private final List<Decision.Criterion> criteria = new ArrayList<>();
    private final List<Decision.Criterion> unknown = new ArrayList<>();

    Weighing(Decision decision, Comparison comparison) {
        this.decision = decision;
        List<String> names =
                decision.options().isEmpty()
                        ? comparison.all().stream().map(Comparison::name).toList()
                        : decision.options();
        for (String name : names) {
            comparison.option(name).ifPresent(option -> options.put(name, option));
        }
        for (Decision.Weight weight : decision.weigh()) {
            boolean everywhere =
                    options.values().stream()
                            .allMatch(option -> figure(option, weight.criterion()).isPresent());
            (everywhere ? criteria : unknown).add(weight.criterion());
        }
    }

    Map<String, Analysis> options() {
        return options;
    }

    /** What counts and is known of every option. */
    List<Decision.Criterion> criteria() {
        return criteria;
    }

    /** What should count but is not known of every option. */
    List<Decision.Criterion> unknown() {
        return unknown;
    }

    /** What a criterion looks at. */
    static Optional<? extends Uncertain<?>> figure(Analysis option, Decision.Criterion criterion) {
        return switch (criterion) {
            case COST -> option.value(Dimension.MONEY, "total", "cost", "horizon");
            case FINISH -> option.value(Dimension.TIME, "finish");
            case CHANCE -> Chances.both(option).map(Uncertain::exactly);
            case RUN -> Chances.run(option).map(Promise::range);
            case VALUE -> option.value(Dimension.MONEY, "value", "gain");
        };
    }

    /** Of all the weights of what is known, one part. */
    Ratio weight(Decision.Criterion criterion) {
        return new Ratio(weights()[criteria.indexOf(criterion)]);
    }

    Ratio points(String option, Decision.Criterion criterion) {
        int c = criteria.indexOf(criterion);
        return new Ratio(points(figures())[names().indexOf(option)][c]);
    }

    Ratio score(String option) {
        return new Ratio(scores(weights(), figures())[names().indexOf(option)]);
    }

    /** The option with most points; empty when nothing is weighed or all are alike. */
    Optional<String> best() {
        double[] scores = scores(weights(), figures());
        int best = 0;
        boolean alike = true;
        for (int i = 1; i < scores.length; i++) {
            alike &= scores[i] == scores[0];
            best = scores[i] > scores[best] ? i : best;
        }
        return criteria.isEmpty() || scores.length < 2 || alike
                ? Optional.empty()
                : Optional.of(names().get(best));
    }

    /**
     * The weight of a criterion at which another option draws level with the best, the other
     * weights keeping their proportions; empty when no weight does.
     */
    Optional<Ratio> tippingWeight(String best, String other, Decision.Criterion criterion) {
        double[][] points = points(figures());
        double[] weights = weights();
        int c = criteria.indexOf(criterion);
        int b = names().indexOf(best);
        int o = names().indexOf(other);
        double own = points[b][c] - points[o][c];
        double rest = 0;
        for (int i = 0; i < weights.length; i++) {
            rest +=
                    i == c || weights[c] == 1
                            ? 0
                            : weights[i] / (1 - weights[c]) * (points[b][i] - points[o][i]);
        }
        // t·own + (1 − t)·rest = 0
        double tip = rest / (rest - own);
        // at no weight or the whole one the options are level there and no other wins
        return Double.isFinite(tip) && tip > 0.005 && tip < 0.995
                ? Optional.of(new Ratio(tip))
                : Optional.empty();
    }

    /**
     * The figure of another option at which it draws level with the best, all else as it is; empty
     * when none within reach does.
     */
    Optional<Quantity<?>> tippingFigure(String best, String other, Decision.Criterion criterion) {
        Uncertain<?> now = figure(options.get(other), criterion).orElseThrow();
        int c = criteria.indexOf(criterion);
        double from = now.likely().value();
        double to = farthest(criterion, from);
        if (lead(best, other, c, from) <= 0 || lead(best, other, c, to) > 0) {
            return Optional.empty();
        }
        for (int i = 0; i < 100; i++) {
            double middle = (from + to) / 2;
            if (lead(best, other, c, middle) > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return Optional.of(now.likely().of(to));
    }

    private static double farthest(Decision.Criterion criterion, double from) {
        return switch (criterion) {
            case COST, RUN, FINISH -> from / FARTHEST;
            case CHANCE -> 1;
            case VALUE -> from + FARTHEST * Math.max(1, Math.abs(from));
        };
    }

    /** How far the best is ahead when the other's figure is this. */
    private double lead(String best, String other, int criterion, double figure) {
        double[][] figures = figures();
        figures[names().indexOf(other)][criterion] = figure;
        double[] scores = scores(weights(), figures);
        return scores[names().indexOf(best)] - scores[names().indexOf(other)];
    }

    private List<String> names() {
        return List.copyOf(options.keySet());
    }

    private double[] weights() {
        double[] weights =
                criteria.stream()
                        .mapToDouble(
                                criterion ->
                                        decision.weigh().stream()
                                                .filter(w -> w.criterion() == criterion)
                                                .mapToDouble(w -> w.share().value().value())
                                                .findFirst()
                                                .orElse(0))
                        .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sum > 0 ? weights[i] / sum : 1.0 / weights.length;
        }
        return weights;
    }

    /** By option and criterion, in base units. */
    private double[][] figures() {
        return options.values().stream()
                .map(
                        option ->
                                criteria.stream()
                                        .mapToDouble(
                                                c ->
                                                        figure(option, c)
                                                                .orElseThrow()
                                                                .likely()
                                                                .value())
                                        .toArray())
                .toArray(double[][]::new);
    }

    private double[] scores(double[] weights, double[][] figures) {
        double[][] points = points(figures);
        double[] scores = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            for (int c = 0; c < weights.length; c++) {
                scores[i] += weights[c] * points[i][c];
            }
        }
        return scores;
    }

    private double[][] points(double[][] figures) {
        double[][] points = new double[figures.length][criteria.size()];
        for (int c = 0; c < criteria.size(); c++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double[] option : figures) {
                least = Math.min(least, option[c]);
                most = Math.max(most, option[c]);
            }
            for (int i = 0; i < figures.length; i++) {
                points[i][c] = point(criteria.get(c), figures[i][c], least, most);
            }
        }
        return points;
    }

    private static double point(
            Decision.Criterion criterion, double figure, double least, double most) {
        boolean lowIsGood =
                criterion == Decision.Criterion.COST
                        || criterion == Decision.Criterion.RUN
                        || criterion == Decision.Criterion.FINISH;
        if (criterion == Decision.Criterion.CHANCE) {
            return figure;
        }
        if (least == most) {
            return 1;
        }
        if (least > 0) {
            return lowIsGood ? least / figure : figure / most;
        }
        return lowIsGood ? (most - figure) / (most - least) : (figure - least) / (most - least);
    }
}
