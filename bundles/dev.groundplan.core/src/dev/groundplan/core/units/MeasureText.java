package dev.groundplan.core.units;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads and writes a {@link Measure} as a file has it. */
final class MeasureText {
    private static final String SCALES = "kMBT";
    private static final int LONGEST = 200;
    private static final int LONGEST_EXPONENT = 4;

    private final String text;
    private int at;

    private MeasureText(String text) {
        this.text = text;
    }

    static Optional<Measure> parse(String text) {
        // no value that a person writes is longer, and the time to read a number grows with its
        // digits
        return text == null || text.length() > LONGEST
                ? Optional.empty()
                : new MeasureText(text.strip()).measure();
    }

    private Optional<Measure> measure() {
        Double number = number();
        if (number == null) {
            return Optional.empty();
        }
        String unit = word();
        double perAmount = 1;
        String per = "";
        if (unit.equals("per")) {
            unit = "";
            at -= 3;
        }
        spaces();
        if (text.startsWith("per", at) && at + 3 < text.length() && text.charAt(at + 3) <= ' ') {
            at += 3;
            spaces();
            if (at < text.length() && Character.isDigit(text.charAt(at))) {
                Double amount = number();
                if (amount == null || amount <= 0) {
                    return Optional.empty();
                }
                perAmount = amount;
            }
            per = word();
            if (per.isEmpty()) {
                return Optional.empty();
            }
        }
        return at == text.length()
                ? Optional.of(new Measure(number, unit, perAmount, per))
                : Optional.empty();
    }

    /** A finite number with its scale, or null. */
    private Double number() {
        StringBuilder digits = new StringBuilder();
        if (next() == '-') {
            digits.append('-');
            at++;
        }
        if (!isDigit(next())) {
            return null;
        }
        while (isDigit(next()) || isGrouping()) {
            if (isDigit(next())) {
                digits.append(next());
            }
            at++;
        }
        if (next() == '.' && isDigit(peek(1))) {
            do {
                digits.append(next());
                at++;
            } while (isDigit(next()));
        }
        int sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
        if ((next() == 'e' || next() == 'E') && isDigit(peek(1 + sign))) {
            int start = at;
            at += 1 + sign;
            while (isDigit(next())) {
                at++;
            }
            if (at - start > 1 + sign + LONGEST_EXPONENT) {
                return null;
            }
            digits.append(text, start, at);
        }
        BigDecimal number = new BigDecimal(digits.toString());
        int scale = SCALES.indexOf(next());
        if (next() != 0 && scale >= 0 && !isWord(peek(1))) {
            number = number.movePointRight(3 * (scale + 1));
            at++;
        }
        double value = number.doubleValue();
        return Double.isFinite(value) ? value : null;
    }

    private boolean isGrouping() {
        if (next() == '_') {
            return isDigit(peek(1));
        }
        return next() == ','
                && isDigit(peek(1))
                && isDigit(peek(2))
                && isDigit(peek(3))
                && !isDigit(peek(4));
    }

    /** The next word or sign, "" when there is none. */
    private String word() {
        spaces();
        int start = at;
        if (next() == '%') {
            at++;
        } else if (Character.isLetter(next())) {
            while (isWord(next())) {
                at++;
            }
        }
        return text.substring(start, at);
    }

    private void spaces() {
        while (next() != 0 && next() <= ' ') {
            at++;
        }
    }

    private char next() {
        return peek(0);
    }

    /** The character so far ahead, 0 after the end. */
    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '/' || c == '_';
    }

    static String write(Measure measure) {
        StringBuilder out = new StringBuilder(number(measure.number(), isCounted(measure.unit())));
        if (!measure.unit().isEmpty()) {
            out.append(' ').append(measure.unit());
        }
        if (!measure.per().isEmpty()) {
            out.append(" per ");
            if (measure.perAmount() != 1) {
                out.append(number(measure.perAmount(), true)).append(' ');
            }
            out.append(measure.per());
        }
        return out.toString();
    }

    /** Whether thousands and millions of it are usual: of tokens and dollars, not of GB. */
    private static boolean isCounted(String unit) {
        return Units.COUNTED.size(unit).isPresent()
                || Units.TOKENS.size(unit).isPresent()
                || Units.PARAMETERS.size(unit).isPresent()
                || CurrencyCode.read(unit).isPresent();
    }

    private static String number(double value, boolean scaled) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        double size = Math.abs(value);
        if (value != 0 && (size >= 1e15 || size < 1e-9)) {
            int exponent = number.precision() - number.scale() - 1;
            return number.movePointLeft(exponent).toPlainString() + "e" + exponent;
        }
        if (scaled && size >= 10_000 && number.precision() <= 3) {
            int scale = size >= 1e12 ? 4 : size >= 1e9 ? 3 : size >= 1e6 ? 2 : 1;
            return number.movePointLeft(3 * scale).stripTrailingZeros().toPlainString()
                    + SCALES.charAt(scale - 1);
        }
        return Print.group(number.toPlainString(), '_');
    }
}
