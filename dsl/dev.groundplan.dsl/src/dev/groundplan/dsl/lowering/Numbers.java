package dev.groundplan.dsl.lowering;

import dev.groundplan.dsl.model.Scaled;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Numbers as written, with their scale letters applied, and days of the calendar. */
final class Numbers {
    private Numbers() {}

    /** The factor of the attached scale letter, one when there is none. */
    static double scale(Scaled spelled) {
        return switch (spelled.scale()) {
            case "k" -> 1e3;
            case "M" -> 1e6;
            case "B" -> 1e9;
            case "T" -> 1e12;
            default -> 1;
        };
    }

    /** A day as written; empty when the calendar has no such day. */
    static Optional<LocalDate> day(String text) {
        return parsed(text, LocalDate::parse);
    }

    static Optional<YearMonth> month(String text) {
        return parsed(text, YearMonth::parse);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A small whole number as it stands in a pattern such as 2:4. */
    static Optional<Integer> whole(String digits) {
        OptionalDouble number = read(new Scaled(digits), 1);
        return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
                ? Optional.of((int) number.getAsDouble())
                : Optional.empty();
    }

    /**
     * The number with its own scale, or else the one that the range's last number has.
     *
     * @return empty when it is no number or not finite
     */
    static OptionalDouble read(Scaled spelled, double inheritedScale) {
        try {
            double scale = spelled.scale().isEmpty() ? inheritedScale : scale(spelled);
            double value = spelled.number().doubleValue() * scale;
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
