package dev.groundplan.core.units;

/** What something is divided by: never zero, and the message says of what. */
final class Divisor {
    private Divisor() {}

    static double of(Quantity<?> quantity) {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("cannot divide by " + quantity);
        }
        return quantity.value();
    }

    static double of(double number) {
        if (number == 0) {
            throw new IllegalArgumentException("cannot divide by nothing");
        }
        return number;
    }
}
