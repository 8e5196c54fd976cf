package dev.groundplan.reports;

import dev.groundplan.core.units.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Parts and their sum in figures of one size, rounded so that the column adds up as it stands. */
final class Addends {
    private static final int DIGITS = 3;

    private Addends() {}

    /**
     * The parts, rounded to the place at which the sum has three digits; what rounding loses falls
     * to those that lose most by it.
     *
     * @param sum of the parts, above zero
     */
    static <Q extends Quantity<Q>> List<Q> rounded(List<Q> parts, Q sum) {
        double place = place(sum);
        long left = Math.round(sum.value() / place);
        long[] whole = new long[parts.size()];
        double[] rest = new double[whole.length];
        for (int i = 0; i < whole.length; i++) {
            double exact = parts.get(i).value() / place;
            whole[i] = (long) Math.floor(exact);
            rest[i] = exact - whole[i];
            left -= whole[i];
        }
        List<Integer> byRest =
                IntStream.range(0, whole.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -rest[i]))
                        .toList();
        for (int i : byRest.subList(0, (int) Math.clamp(left, 0, whole.length))) {
            whole[i]++;
        }
        List<Q> rounded = new ArrayList<>();
        for (long units : whole) {
            rounded.add(sum.of(units * place));
        }
        return rounded;
    }

    /** To the same place. */
    static <Q extends Quantity<Q>> Q rounded(Q sum) {
        double place = place(sum);
        return sum.of(Math.round(sum.value() / place) * place);
    }

    /** A rounded part; one too small for the place at which the sum is rounded says so. */
    static <Q extends Quantity<Q>> String text(Q rounded, Q sum) {
        return rounded.isZero()
                ? "under " + Figures.quantity(sum.of(place(sum)))
                : Figures.quantity(rounded);
    }

    private static double place(Quantity<?> sum) {
        double digits = Math.floor(Math.log10(sum.value()));
        return Math.pow(10, Math.max(0, digits + 1 - DIGITS));
    }
}
