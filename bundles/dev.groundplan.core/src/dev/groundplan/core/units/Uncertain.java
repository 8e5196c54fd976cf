package dev.groundplan.core.units;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One true value that is not known: in eight cases of ten it lies between {@code low} and {@code
 * high}.
 *
 * <p>A calculation with uncertain inputs moves one input at a time to each of its ends, and
 * combines what that does to the result in quadrature, since the inputs are taken to be
 * independent; up and down apart, since few ranges are symmetric; in logarithms when every result
 * is above zero, since most formulas multiply. No result is wider than with all inputs at their
 * worst end. An input that a formula uses twice must be one argument of one call, or it counts as
 * two that are independent.
 *
 * @param low its 10th percentile
 * @param likely its median
 * @param high its 90th percentile
 */
public record Uncertain<Q extends Quantity<Q>>(Q low, Q likely, Q high) {
    /** The 90th percentile of the standard normal distribution. */
    private static final double Z90 = 1.2815515655446004;

    /**
     * @throws IllegalArgumentException when the three are not in order
     */
    public Uncertain {
        Ordered.require(low, likely, high, "10th percentile, median and 90th percentile");
    }

    /** A function of three arguments. */
    @FunctionalInterface
    public interface TriFunction<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    /** Known without doubt. */
    public static <Q extends Quantity<Q>> Uncertain<Q> exactly(Q value) {
        return new Uncertain<>(value, value, value);
    }

    /**
     * The median left out: the geometric mean, the arithmetic when {@code low} is not above zero.
     */
    public static <Q extends Quantity<Q>> Uncertain<Q> between(Q low, Q high) {
        return new Uncertain<>(low, Ordered.middle(low, high), high);
    }

    /** All three, as written. */
    public static <Q extends Quantity<Q>> Uncertain<Q> of(Q low, Q likely, Q high) {
        return new Uncertain<>(low, likely, high);
    }

    /**
     * Lognormal around its median.
     *
     * @param sigmaOfLn the standard deviation of the natural logarithm, 0 or more: 0.1 is about ±13
     *     % at P10 and P90
     */
    public static <Q extends Quantity<Q>> Uncertain<Q> spread(Q likely, double sigmaOfLn) {
        if (!(sigmaOfLn >= 0) || likely.value() < 0) {
            throw new IllegalArgumentException(
                    "a spread of " + sigmaOfLn + " around " + likely + ": neither may be negative");
        }
        double factor = StrictMath.exp(Z90 * sigmaOfLn);
        return new Uncertain<>(
                likely.dividedBy(factor).min(likely), likely, likely.times(factor).max(likely));
    }

    /** Whether there is no doubt left. */
    public boolean isExact() {
        return low.compareTo(high) == 0;
    }

    /**
     * How many times {@code low} is {@code high}: 1 when exact, infinite when the range reaches or
     * crosses zero.
     */
    public double widthRatio() {
        if (isExact()) {
            return 1;
        }
        if (low.value() > 0) {
            return high.value() / low.value();
        }
        return high.value() < 0 ? low.value() / high.value() : Double.POSITIVE_INFINITY;
    }

    /**
     * The result of a function of this alone, percentile by percentile.
     *
     * @param function rising or falling throughout; of a falling one, the ends change places
     * @throws IllegalArgumentException when the function turns round within the range
     */
    public <R extends Quantity<R>> Uncertain<R> map(Function<? super Q, R> function) {
        R atLow = function.apply(low);
        R atHigh = function.apply(high);
        return new Uncertain<>(atLow.min(atHigh), function.apply(likely), atLow.max(atHigh));
    }

    /** The sum of two that are independent. */
    public Uncertain<Q> plus(Uncertain<Q> other) {
        return sum(List.of(this, other));
    }

    /** The result of a function, rising or falling in each of two independent inputs. */
    public static <A extends Quantity<A>, B extends Quantity<B>, R extends Quantity<R>>
            Uncertain<R> combine(
                    Uncertain<A> a, Uncertain<B> b, BiFunction<? super A, ? super B, R> function) {
        return propagate(2, at -> function.apply(a.at(at[0]), b.at(at[1])));
    }

    /** The result of a function, rising or falling in each of three independent inputs. */
    public static <
                    A extends Quantity<A>,
                    B extends Quantity<B>,
                    C extends Quantity<C>,
                    R extends Quantity<R>>
            Uncertain<R> combine(
                    Uncertain<A> a,
                    Uncertain<B> b,
                    Uncertain<C> c,
                    TriFunction<? super A, ? super B, ? super C, R> function) {
        return propagate(3, at -> function.apply(a.at(at[0]), b.at(at[1]), c.at(at[2])));
    }

    /**
     * The result of a function, rising or falling in each of any number of independent inputs.
     *
     * @param function takes the inputs' values in the order of the inputs, each in the base unit of
     *     its dimension; the array holds them only until it returns
     */
    public static <R extends Quantity<R>> Uncertain<R> combine(
            List<? extends Uncertain<?>> inputs, Function<? super double[], R> function) {
        // one array for all: a formula of thousands of inputs is asked for twice as many times
        double[] values = new double[inputs.size()];
        Arrays.setAll(values, i -> inputs.get(i).likely().value());
        Point[] now = new Point[values.length];
        Arrays.fill(now, Point.LIKELY);
        return propagate(
                inputs.size(),
                at -> {
                    for (int i = 0; i < at.length; i++) {
                        if (at[i] != now[i]) {
                            now[i] = at[i];
                            Uncertain<?> input = inputs.get(i);
                            values[i] = input.at(at[i]).value();
                        }
                    }
                    return function.apply(values);
                });
    }

    /**
     * The sum of independent terms: deviations in quadrature, not in logarithms, which sums are not
     * made of.
     *
     * @throws IllegalArgumentException when there are no terms, since nothing says of what the sum
     *     would be
     */
    public static <Q extends Quantity<Q>> Uncertain<Q> sum(List<Uncertain<Q>> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a sum needs at least one term");
        }
        Q likely = terms.getFirst().likely();
        for (Uncertain<Q> term : terms.subList(1, terms.size())) {
            likely = likely.plus(term.likely());
        }
        double down = 0;
        double up = 0;
        for (Uncertain<Q> term : terms) {
            // hypot rather than a sum of squares: those overflow long before the deviations do
            down = StrictMath.hypot(down, term.likely.value() - term.low.value());
            up = StrictMath.hypot(up, term.high.value() - term.likely.value());
        }
        return new Uncertain<>(
                down == 0 ? likely : likely.of(likely.value() - down).min(likely),
                likely,
                up == 0 ? likely : likely.of(likely.value() + up).max(likely));
    }

    @Override
    public String toString() {
        return Ordered.text(low, likely, high);
    }

    private enum Point {
        LOW,
        LIKELY,
        HIGH
    }

    private Q at(Point point) {
        return switch (point) {
            case LOW -> low;
            case LIKELY -> likely;
            case HIGH -> high;
        };
    }

    private static <R extends Quantity<R>> Uncertain<R> propagate(
            int inputs, Function<Point[], R> result) {
        Point[] centre = new Point[inputs];
        Arrays.fill(centre, Point.LIKELY);
        Point[] worst = new Point[inputs];
        Point[] best = new Point[inputs];
        double[] downs = new double[inputs];
        double[] ups = new double[inputs];
        R likely = result.apply(centre);
        R least = likely;
        R most = likely;
        for (int i = 0; i < inputs; i++) {
            centre[i] = Point.LOW;
            R atLow = result.apply(centre);
            centre[i] = Point.HIGH;
            R atHigh = result.apply(centre);
            centre[i] = Point.LIKELY;
            boolean rises = atLow.compareTo(atHigh) <= 0;
            worst[i] = rises ? Point.LOW : Point.HIGH;
            best[i] = rises ? Point.HIGH : Point.LOW;
            R down = atLow.min(atHigh).min(likely);
            R up = atLow.max(atHigh).max(likely);
            downs[i] = down.value();
            ups[i] = up.value();
            least = least.min(down);
            most = most.max(up);
        }
        boolean logarithms = least.value() > 0;
        R floor = result.apply(worst).min(least);
        R ceiling = result.apply(best).max(most);
        return new Uncertain<>(
                farther(likely, floor, downs, logarithms, -1),
                likely,
                farther(likely, ceiling, ups, logarithms, 1));
    }

    /**
     * The end of the result when all inputs together move it: the deviations that each makes,
     * combined.
     *
     * @param limit where the worst corner lies; the end never passes it
     * @param moved the result with one input at its end, for each input
     * @param sign 1 upwards, -1 downwards
     */
    private static <R extends Quantity<R>> R farther(
            R likely, R limit, double[] moved, boolean logarithms, int sign) {
        double centre = likely.value();
        double deviation = 0;
        for (double value : moved) {
            // hypot rather than a sum of squares: those overflow long before the deviations do
            deviation =
                    StrictMath.hypot(
                            deviation,
                            logarithms
                                    ? StrictMath.log(value) - StrictMath.log(centre)
                                    : value - centre);
        }
        if (deviation == 0) {
            return likely;
        }
        double end =
                logarithms ? centre * StrictMath.exp(sign * deviation) : centre + sign * deviation;
        if (!(sign * end < sign * limit.value())) {
            return limit;
        }
        R reached = likely.of(end);
        return sign > 0 ? reached.max(likely) : reached.min(likely);
    }
}
