package dev.groundplan.core.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** How doubt goes through a calculation. */
@Domain(Quantities.class)
@Domain(DomainContext.Global.class)
class UncertainTest {
    private static final double HAIR = 1 + 1e-12;

    private static final BiFunction<Bytes, Bytes, Count> PRODUCT =
            (a, b) -> new Count(a.value() * b.value());
    private static final BiFunction<Bytes, Bytes, Count> QUOTIENT =
            (a, b) -> new Count(a.value() / b.value());
    private static final BiFunction<Bytes, Bytes, Count> SUM =
            (a, b) -> new Count(a.value() + b.value());
    private static final BiFunction<Bytes, Bytes, Count> DIFFERENCE =
            (a, b) -> new Count(a.value() - b.value());
    private static final List<BiFunction<Bytes, Bytes, Count>> FORMULAS =
            List.of(PRODUCT, QUOTIENT, SUM, DIFFERENCE);

    private static void ordered(Uncertain<?> range) {
        assertTrue(range.low().value() <= range.likely().value(), range.toString());
        assertTrue(range.likely().value() <= range.high().value(), range.toString());
    }

    @Property
    void combiningKeepsTheOrder(@ForAll Uncertain<Bytes> a, @ForAll Uncertain<Bytes> b) {
        for (var formula : FORMULAS) {
            Uncertain<Count> result = Uncertain.combine(a, b, formula);
            ordered(result);
            assertEquals(formula.apply(a.likely(), b.likely()), result.likely());
        }
    }

    @Property
    void combiningThreeKeepsTheOrder(
            @ForAll Uncertain<Bytes> a, @ForAll Uncertain<Bytes> b, @ForAll Uncertain<Count> c) {
        ordered(
                Uncertain.combine(
                        a, b, c, (x, y, z) -> new Count(x.value() / y.value() - z.value())));
        ordered(
                Uncertain.combine(
                        c, c, c, (x, y, z) -> new Count(x.value() + y.value() - z.value())));
    }

    @Property
    void combiningAListIsCombiningItsParts(@ForAll Uncertain<Bytes> a, @ForAll Uncertain<Bytes> b) {
        Uncertain<Count> ofList =
                Uncertain.combine(List.of(a, b), values -> new Count(values[0] / values[1]));
        assertEquals(Uncertain.combine(a, b, QUOTIENT), ofList);
        Uncertain<Count> ofNothing =
                Uncertain.combine(List.<Uncertain<Bytes>>of(), values -> new Count(5));
        assertEquals(Uncertain.exactly(new Count(5)), ofNothing);
    }

    @Property
    void quadratureIsNarrowerThanTheWorstCorners(
            @ForAll Uncertain<Bytes> a, @ForAll Uncertain<Bytes> b) {
        for (var formula : FORMULAS) {
            boolean falls = formula == QUOTIENT || formula == DIFFERENCE;
            double least = formula.apply(a.low(), falls ? b.high() : b.low()).value();
            double most = formula.apply(a.high(), falls ? b.low() : b.high()).value();
            Uncertain<Count> result = Uncertain.combine(a, b, formula);
            assertTrue(result.low().value() >= least, result + " passes " + least);
            assertTrue(result.high().value() <= most, result + " passes " + most);
        }
    }

    @Property
    void theResultIsAtLeastAsWideAsEachInputAloneMakesIt(
            @ForAll Uncertain<Bytes> a, @ForAll Uncertain<Bytes> b) {
        Uncertain<Count> both = Uncertain.combine(a, b, PRODUCT);
        Uncertain<Count> one = a.map(x -> PRODUCT.apply(x, b.likely()));
        assertTrue(both.high().value() * HAIR >= one.high().value());
        assertTrue(both.low().value() <= one.low().value() * HAIR);
    }

    @Property
    void anExactInputAddsNoDoubt(
            @ForAll Uncertain<Bytes> a, @ForAll @DoubleRange(min = 1, max = 1e9) double number) {
        Bytes exact = new Bytes(number);
        for (var formula : FORMULAS) {
            Uncertain<Count> combined = Uncertain.combine(a, Uncertain.exactly(exact), formula);
            Uncertain<Count> mapped = a.map(x -> formula.apply(x, exact));
            near(mapped.low().value(), combined.low().value(), exact.value());
            near(mapped.high().value(), combined.high().value(), exact.value());
        }
    }

    private static void near(double expected, double actual, double size) {
        assertEquals(expected, actual, Math.max(Math.abs(expected), size) * 1e-12);
    }

    @Property
    void exactInputsGiveAnExactResult(@ForAll Uncertain<Bytes> a, @ForAll Uncertain<Bytes> b) {
        for (var formula : FORMULAS) {
            var result =
                    Uncertain.combine(
                            Uncertain.exactly(a.low()), Uncertain.exactly(b.high()), formula);
            assertTrue(result.isExact());
            assertEquals(Uncertain.exactly(formula.apply(a.low(), b.high())), result);
        }
    }

    @Property
    void aProductOfLognormalsIsLognormalWithTheirVariancesAdded(
            @ForAll @DoubleRange(min = 0.01, max = 1) double one,
            @ForAll @DoubleRange(min = 0.01, max = 1) double other) {
        Uncertain<Bytes> a = Uncertain.spread(new Bytes(3e9), one);
        Uncertain<Bytes> b = Uncertain.spread(new Bytes(7), other);
        Uncertain<Count> expected = Uncertain.spread(new Count(21e9), Math.hypot(one, other));
        Uncertain<Count> product = Uncertain.combine(a, b, PRODUCT);
        near(expected.low().value(), product.low().value(), 0);
        near(expected.high().value(), product.high().value(), 0);
    }

    @Property
    void aRisingFunctionKeepsTheEndsAndAFallingOneExchangesThem(@ForAll Uncertain<Bytes> a) {
        Uncertain<Time> rising = a.map(bytes -> bytes.at(new BytesPerSecond(2e9)));
        assertEquals(a.low().at(new BytesPerSecond(2e9)), rising.low());
        assertEquals(a.high().at(new BytesPerSecond(2e9)), rising.high());
        Uncertain<Time> falling =
                a.map(bytes -> new Bytes(1e9).at(new BytesPerSecond(bytes.value())));
        assertEquals(new Bytes(1e9).at(new BytesPerSecond(a.high().value())), falling.low());
        ordered(falling);
    }

    @Test
    void aFunctionThatTurnsRoundWithinTheRangeIsRefused() {
        Uncertain<Count> range = Uncertain.of(new Count(-2), new Count(0), new Count(2));
        assertThrows(
                IllegalArgumentException.class,
                () -> range.map(x -> new Count(x.value() * x.value())));
    }

    @Property
    void theSumOfExactsIsExact(
            @ForAll @Size(min = 1, max = 20)
                    List<@DoubleRange(min = -1e9, max = 1e9) Double> numbers) {
        List<Uncertain<Count>> terms = new ArrayList<>();
        Count sum = new Count(0);
        for (double number : numbers) {
            terms.add(Uncertain.exactly(new Count(number)));
            sum = sum.plus(new Count(number));
        }
        assertEquals(Uncertain.exactly(sum), Uncertain.sum(terms));
    }

    @Property
    void aSumIsOrderedAndNarrowerThanTheSumOfTheEnds(
            @ForAll @Size(min = 1, max = 8) List<Uncertain<Count>> terms) {
        Uncertain<Count> sum = Uncertain.sum(terms);
        ordered(sum);
        double least = terms.stream().mapToDouble(term -> term.low().value()).sum();
        double most = terms.stream().mapToDouble(term -> term.high().value()).sum();
        double rounding = 1e-3;
        assertTrue(sum.low().value() >= least - rounding);
        assertTrue(sum.high().value() <= most + rounding);
    }

    @Property
    void aSumOfPositiveTermsStaysPositive(
            @ForAll @Size(min = 1, max = 8) List<Uncertain<Bytes>> terms) {
        assertTrue(Uncertain.sum(terms).low().value() > 0);
    }

    @Property
    void addingIsTheSumOfTwoAndCommutes(@ForAll Uncertain<Bytes> a, @ForAll Uncertain<Bytes> b) {
        assertEquals(Uncertain.sum(List.of(a, b)), a.plus(b));
        assertEquals(a.plus(b), b.plus(a));
    }

    @Test
    void aSumOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Uncertain.<Bytes>sum(List.of()));
    }

    @Property
    void aSpreadIsSymmetricInLogarithms(@ForAll @DoubleRange(min = 0, max = 5) double sigma) {
        Uncertain<Bytes> spread = Uncertain.spread(new Bytes(1e9), sigma);
        near(1e18, spread.low().value() * spread.high().value(), 0);
        near(Math.exp(2 * 1.2815515655446004 * sigma), spread.widthRatio(), 0);
    }

    @Test
    void aSpreadOfNothingIsExact() {
        assertTrue(Uncertain.spread(new Bytes(1e9), 0).isExact());
        assertTrue(Uncertain.spread(new Bytes(0), 0.5).isExact());
        assertThrows(IllegalArgumentException.class, () -> Uncertain.spread(new Bytes(1), -0.1));
        assertThrows(IllegalArgumentException.class, () -> Uncertain.spread(new Bytes(-1), 0.1));
        assertThrows(
                IllegalArgumentException.class, () -> Uncertain.spread(new Bytes(1), Double.NaN));
    }

    @Test
    void aSpreadOfATenthIsAboutThirteenPercent() {
        Uncertain<Ratio> mfu = Uncertain.spread(Ratio.percent(40), 0.1);
        assertEquals("40 % (35.2 % to 45.5 %)", mfu.toString());
    }

    @Test
    void moneyKeepsItsCurrencyThroughPropagation() {
        CurrencyCode eur = new CurrencyCode("EUR");
        Uncertain<PricePerHour> price = Uncertain.of(price(2, eur), price(3, eur), price(5, eur));
        Uncertain<AcceleratorHours> hours = Uncertain.spread(new AcceleratorHours(1000), 0.2);
        Uncertain<Money> cost = Uncertain.combine(hours, price, AcceleratorHours::at);
        assertEquals("3,000 EUR (1,857 EUR to 5,313 EUR)", cost.toString());
        assertEquals(eur, Uncertain.sum(List.of(cost, cost)).low().currency());
    }

    private static PricePerHour price(double amount, CurrencyCode currency) {
        return new PricePerHour(Money.of(amount, currency));
    }

    @Test
    void theWidthIsHighOverLow() {
        assertEquals(3, Uncertain.between(new Count(2), new Count(6)).widthRatio());
        assertEquals(1, Uncertain.exactly(new Count(0)).widthRatio());
        assertEquals(
                Double.POSITIVE_INFINITY,
                Uncertain.between(new Count(0), new Count(6)).widthRatio());
        assertEquals(3, Uncertain.between(new Count(-6), new Count(-2)).widthRatio());
    }

    @Test
    void extremesNeitherOverflowNorPassTheCorner() {
        Uncertain<Count> wide = Uncertain.of(new Count(1e-300), new Count(1), new Count(1e300));
        Uncertain<Count> sum = Uncertain.combine(wide, wide, Count::plus);
        assertEquals(new Count(2e300), sum.high());
        assertTrue(sum.low().value() > 0);
        assertEquals(1e300 * Math.sqrt(2), wide.plus(wide).high().value(), 1e290);
    }
}
