package dev.groundplan.dsl.conversion;

import dev.groundplan.dsl.conversion.Spelled.Unreadable;
import dev.groundplan.dsl.model.Scaled;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Names, numbers and dates. */
final class Spellings {
    private Spellings() {}

    static String name(String spelling) {
        String name = spelling.startsWith("^") ? spelling.substring(1) : spelling;
        if (name.endsWith("-")
                || name.endsWith("/")
                || name.contains("--")
                || name.contains("-/")
                || name.contains("/-")) {
            throw new Unreadable(
                    Quotation.of(spelling)
                            + " is no name: a letter or digit follows each `-` and `/`");
        }
        return name;
    }

    static Scaled scaled(String spelling) {
        Scaled scaled = new Scaled(spelling);
        double value;
        try {
            String digits = spelling.substring(0, spelling.length() - scaled.scale().length());
            value = Double.parseDouble(digits.replace("_", "")) * 1e12;
        } catch (NumberFormatException e) {
            throw new Unreadable(Quotation.of(spelling) + " is no number");
        }
        if (Double.isInfinite(value)) {
            throw new Unreadable(Quotation.of(spelling) + " is too large a number");
        }
        return scaled;
    }

    static LocalDate date(String spelling) {
        try {
            return LocalDate.parse(spelling);
        } catch (DateTimeException e) {
            throw new Unreadable(
                    Quotation.of(spelling)
                            + " is no day of the calendar; a date is year-month-day, such as `2027-01-11`");
        }
    }

    static YearMonth month(String spelling) {
        try {
            return YearMonth.parse(spelling);
        } catch (DateTimeException e) {
            throw new Unreadable(
                    Quotation.of(spelling)
                            + " is no month; a month is year-month, such as `2023-12`");
        }
    }

    static boolean absent(String word) {
        if (word.equals("none")) {
            return true;
        }
        throw new Unreadable("expected `none` or a block `{ … }`, found " + Quotation.of(word));
    }
}
