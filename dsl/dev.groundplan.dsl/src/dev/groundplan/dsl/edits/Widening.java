package dev.groundplan.dsl.edits;

import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A single value made a range around it: {@code 950 USD} becomes {@code 710..950..1_200 USD}. */
final class Widening {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<number>\\d[\\d_]*(\\.\\d+)?)(?<scale>[kMBT](?![A-Za-z]))?(?<rest>.*)");

    /** More digits than a judgement has would only be noise. */
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Widening() {}

    /** Empty where no plain number stands, or a range already. */
    static Optional<TextEdit> of(String text, SourceRange range, Ratio spread) {
        int end = range.offset() + range.length();
        if (range.offset() < 0 || end > text.length()) {
            return Optional.empty();
        }
        Matcher found = NUMBER.matcher(text.substring(range.offset(), end));
        if (!found.matches() || found.group("rest").startsWith("..")) {
            return Optional.empty();
        }
        String written = found.group("number");
        BigDecimal value = new BigDecimal(written.replace("_", ""));
        String scale = Optional.ofNullable(found.group("scale")).orElse("");
        BigDecimal share = BigDecimal.valueOf(spread.value());
        BigDecimal low = value.multiply(BigDecimal.ONE.subtract(share)).round(TWO_DIGITS);
        BigDecimal high = value.multiply(BigDecimal.ONE.add(share)).round(TWO_DIGITS);
        if (found.group("rest").isBlank() && scale.isEmpty() && isWhole(value)) {
            low = low.setScale(0, RoundingMode.FLOOR);
            high = high.setScale(0, RoundingMode.CEILING);
        }
        if (found.group("rest").strip().startsWith("%") && value.compareTo(HUNDRED) <= 0) {
            high = high.min(HUNDRED);
        }
        String before = number(low.min(value)) + scale + "..";
        String after = ".." + number(high.max(value)) + scale;
        return Optional.of(
                new TextEdit(
                        range.offset(),
                        written.length() + scale.length(),
                        before + written + scale + after));
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String number(BigDecimal value) {
        return isWhole(value)
                ? String.format(Locale.ROOT, "%,d", value.toBigInteger()).replace(',', '_')
                : value.stripTrailingZeros().toPlainString();
    }
}
