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
        double middle = low.value() > 0
                ? Math.sqrt(low.value()) * Math.sqrt(high.value())
                : low.value() / 2 + high.value() / 2;
        return low.of(middle).max(low).min(high);
    }

    /** {@code usual (low to high)}, or the one value when there is but one. */
    static <Q extends Quantity<Q>> String text(Q low, Q middle, Q high) {
        return low.equals(high) ? middle.toString() : middle + " (" + low + " to " + high + ")";
    }
}
