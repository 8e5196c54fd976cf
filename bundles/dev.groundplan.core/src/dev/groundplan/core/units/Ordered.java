package dev.groundplan.core.units;

/** What the four ranges share: three quantities in order, and the middle of two. */
final class Ordered {
    private Ordered() {}

    static <Q extends Quantity<Q>> void require(Q low, Q middle, Q high, String names) {
        if (low.compareTo(middle) > 0 || middle.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    names + " must not fall: " + low + ", " + middle + ", " + high);
        }
    }

    /** The geometric mean, the arithmetic when the lower one is not above zero. */
    static <Q extends Quantity<Q>> Q middle(Q low, Q high) {
        if (low.compareTo(high) >= 0) {
            return low;
        }
        double middle =
                low.value() > 0
                        ? geometric(low.value(), high.value())
                        : low.value() / 2 + high.value() / 2;
        return low.of(middle).max(low).min(high);
    }

    private static double geometric(double low, double high) {
        double product = low * high;
        // root of the product where that can be represented: of 10 and 40 it is 20 to the last bit
        return product >= Double.MIN_NORMAL && product <= Double.MAX_VALUE
                ? Math.sqrt(product)
                : Math.sqrt(low) * Math.sqrt(high);
    }

    /** {@code usual (low to high)}, or the one value when there is but one. */
    static <Q extends Quantity<Q>> String text(Q low, Q middle, Q high) {
        return low.compareTo(high) == 0
                ? middle.toString()
                : middle + " (" + low + " to " + high + ")";
    }
}
