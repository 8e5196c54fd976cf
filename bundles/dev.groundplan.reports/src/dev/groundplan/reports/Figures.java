package dev.groundplan.reports;

import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Figure;
import dev.groundplan.core.units.Percentiles;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How reports print figures: three digits at most, for nobody estimates better. */
public final class Figures {
    private static final Ratio P80 = new Ratio(0.8);

    private Figures() {}

    /**
     * The median with its 80 % interval: {@code 41.2k USD (28k … 61k)}; the value alone when exact.
     */
    public static String interval(Uncertain<?> range) {
        String likely = quantity(range.likely());
        return range.isExact() ? likely : likely + " (" + ends(range, likely) + ")";
    }

    /** The 80 % interval alone: {@code 28k … 61k USD}. */
    public static String range(Uncertain<?> range) {
        if (range.isExact()) {
            return quantity(range.likely());
        }
        String high = quantity(range.high());
        String unit = unit(high);
        String ends = ends(range, high);
        return ends.endsWith(unit) ? ends : ends + unit;
    }

    /** A profile over time: {@code 2 … 6 … 20 per second (trough, usual, peak)}. */
    static String profile(Profile<?> profile) {
        return three(profile.trough(), profile.usual(), profile.peak())
                + (profile.trough().equals(profile.peak()) ? "" : " (trough, usual, peak)");
    }

    /** What arrives: {@code 300 … 900 … 3,000 tokens (P10, median, P90)}. */
    static String distribution(Distribution<?> arriving) {
        return three(arriving.p10(), arriving.median(), arriving.p90())
                + (arriving.p10().equals(arriving.p90()) ? "" : " (P10, median, P90)");
    }

    /** A policy: {@code 2 … 12}. */
    static String bounds(Bounds<?> bounds) {
        return bounds.least().equals(bounds.most())
                ? quantity(bounds.most())
                : number(quantity(bounds.least())) + " … " + quantity(bounds.most());
    }

    private static String three(Quantity<?> low, Quantity<?> middle, Quantity<?> high) {
        String last = quantity(high);
        if (low.equals(high)) {
            return last;
        }
        String unit = unit(last);
        boolean sameUnit = unit(quantity(low)).equals(unit) && unit(quantity(middle)).equals(unit);
        return sameUnit
                ? number(quantity(low)) + " … " + number(quantity(middle)) + " … " + last
                : quantity(low) + " … " + quantity(middle) + " … " + last;
    }

    /** The value that it does not exceed in eight cases of ten. */
    public static String p80(Uncertain<?> range) {
        return quantity(percentile(range, P80));
    }

    /** The value that it does not exceed with that probability. */
    public static <Q extends Quantity<Q>> Q percentile(Uncertain<Q> range, Ratio probability) {
        return Percentiles.of(range, probability);
    }

    /** As it stands in a sentence or a table. */
    public static String quantity(Quantity<?> quantity) {
        return Figure.of(quantity);
    }

    /** How many times its low end the high end is: {@code ×2.4}. */
    static String width(Uncertain<?> range) {
        return factor(range.widthRatio());
    }

    /** A factor for people: {@code ×2.4}. */
    static String factor(double factor) {
        if (!Double.isFinite(factor)) {
            return "reaches zero";
        }
        if (factor >= 1e4) {
            return "×" + BigDecimal.valueOf(factor).round(new MathContext(1)).toString();
        }
        int digits = factor >= 100 ? 0 : factor >= 10 ? 1 : 2;
        String number =
                BigDecimal.valueOf(factor).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        return "×"
                + (number.contains(".")
                        ? number.replaceAll("0+$", "").replaceAll("\\.$", "")
                        : number);
    }

    private static String ends(Uncertain<?> range, String beside) {
        String low = quantity(range.low());
        String high = quantity(range.high());
        String unit = unit(beside);
        if (unit(low).equals(unit) && unit(high).equals(unit)) {
            return number(low) + " … " + number(high);
        }
        return low + " … " + high;
    }

    private static String unit(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? "" : text.substring(space);
    }

    private static String number(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }
}
