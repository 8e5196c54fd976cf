package dev.groundplan.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.core.plan.Decision;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two options: one costs 100 and 30 a month, the other 200 and 10 a month. */
class WeighingTest {
    private static final Decision.Criterion COST = Decision.Criterion.COST;
    private static final Decision.Criterion RUN = Decision.Criterion.RUN;

    private static Analysis option(double cost, double run) {
        return Analyses.of(
                List.of(),
                Analyses.estimate(
                        Uncertain.exactly(Money.of(cost, CurrencyCode.USD)),
                        "total",
                        "cost",
                        "horizon"),
                Analyses.estimate(
                        Uncertain.exactly(new PricePerMonth(Money.of(run, CurrencyCode.USD))),
                        "run",
                        "cost",
                        "month"));
    }

    private static Comparison two(double cost, double run) {
        Analysis other = option(cost, run);
        return new Comparison(
                option(100, 30),
                List.of(
                        new Analysis(
                                other.plan().of("other"),
                                List.of(),
                                List.of(),
                                other.estimates())));
    }

    private static Decision decision(double cost, double run) {
        return new Decision(
                SubjectId.of("p", "d"),
                "d",
                Optional.empty(),
                SourceRange.NOWHERE,
                List.of("project", "other"),
                List.of(weight(COST, cost), weight(RUN, run)),
                Optional.empty(),
                Optional.empty());
    }

    private static Decision.Weight weight(Decision.Criterion criterion, double share) {
        return new Decision.Weight(
                criterion,
                Stated.assumed(new Ratio(share), "for the test", Source.UNKNOWN),
                SourceRange.NOWHERE);
    }

    private final Weighing weighing = new Weighing(decision(0.6, 0.4), two(200, 10));

    @Test
    void theBestFigureHasOnePointAndTwiceTheCostHalfOfIt() {
        assertEquals(1, weighing.points("project", COST).value());
        assertEquals(0.5, weighing.points("other", COST).value());
        assertEquals(1 / 3.0, weighing.points("project", RUN).value(), 1e-12);
        assertEquals(1, weighing.points("other", RUN).value());
    }

    /** 0.6·1 + 0.4/3 against 0.6·0.5 + 0.4·1. */
    @Test
    void pointsTimesWeightsAddUp() {
        assertEquals(0.6 + 0.4 / 3, weighing.score("project").value(), 1e-12);
        assertEquals(0.7, weighing.score("other").value(), 1e-12);
        assertEquals(Optional.of("project"), weighing.best());
    }

    /** t·(1 − 1/2) + (1 − t)·(1/3 − 1) = 0 at t = 4/7. */
    @Test
    void aWeightTurnsTheChoiceWhereTheOptionsAreLevel() {
        double tip = weighing.tippingWeight("project", "other", COST).orElseThrow().value();
        assertEquals(4 / 7.0, tip, 1e-12);
        Weighing level = new Weighing(decision(tip, 1 - tip), two(200, 10));
        assertEquals(level.score("project").value(), level.score("other").value(), 1e-12);
    }

    /** 0.6·100/x + 0.4 = 0.6 + 0.4/3 at x = 180. */
    @Test
    void aFigureTurnsTheChoiceWhereTheOptionsAreLevel() {
        assertEquals(
                180, weighing.tippingFigure("project", "other", COST).orElseThrow().value(), 1e-6);
    }

    /** The other sets the scale: 0.6 + 0.4·x/30 = 0.3 + 0.4 at x = 7.5. */
    @Test
    void aFigureBeyondTheBestMovesTheScale() {
        assertEquals(
                7.5, weighing.tippingFigure("project", "other", RUN).orElseThrow().value(), 1e-6);
    }

    @Test
    void whatIsNotKnownOfEveryOptionIsLeftOut() {
        Comparison half =
                new Comparison(
                        option(100, 30),
                        List.of(
                                new Analysis(
                                        option(1, 1).plan().of("other"),
                                        List.of(),
                                        List.of(),
                                        option(200, 10).estimates().subList(0, 1))));
        Weighing weighing = new Weighing(decision(0.6, 0.4), half);
        assertEquals(List.of(COST), weighing.criteria());
        assertEquals(List.of(RUN), weighing.unknown());
        assertEquals(1, weighing.weight(COST).value());
    }

    @Test
    void optionsThatAreAlikeHaveNoBest() {
        assertTrue(new Weighing(decision(0.6, 0.4), two(100, 30)).best().isEmpty());
    }

    @Test
    void withoutAHopeNothingTurnsTheChoice() {
        Weighing hopeless = new Weighing(decision(0.9, 0.1), two(1e6, 30));
        assertTrue(hopeless.tippingWeight("project", "other", COST).isEmpty());
        assertTrue(hopeless.tippingFigure("project", "other", RUN).isEmpty());
    }
}
