package dev.groundplan.core.units;

import java.util.Currency;
import java.util.Optional;

/** A currency by its ISO 4217 code, such as {@code USD}; what the platform's {@link Currency} table knows is valid. */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {
    /** The currency of a project that names none. */
    public static final CurrencyCode USD = new CurrencyCode("USD");

    public CurrencyCode {
        if (!isCurrency(code)) {
            throw new IllegalArgumentException("not an ISO 4217 currency code: " + code);
        }
    }

    /** The currency of that code, or nothing when there is none. */
    public static Optional<CurrencyCode> read(String code) {
        return isCurrency(code) ? Optional.of(new CurrencyCode(code)) : Optional.empty();
    }

    /** Decimal places of the smallest coin: 2 for USD, 0 for JPY; 0 where there is no coin. */
    int decimals() {
        return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    }

    private static boolean isCurrency(String code) {
        // the shape first: asking the platform about every unit of a file would throw for most
        if (code == null || code.length() != 3) {
            return false;
        }
        for (int i = 0; i < 3; i++) {
            if (code.charAt(i) < 'A' || code.charAt(i) > 'Z') {
                return false;
            }
        }
        try {
            return Currency.getInstance(code) != null;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    // written out: what a record makes at run time costs more than most comparisons of a short
    // command
    @Override
    public boolean equals(Object other) {
        return other instanceof CurrencyCode currency && code.equals(currency.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
