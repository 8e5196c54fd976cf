package dev.groundplan.planner.project;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.planner.simulation.Sample;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Which share of the runs a figure fell where: bins between round numbers, or of whole months. */
final class Histogram {
    /** What lies outside these percentiles is in the first and in the last bin. */
    private static final Ratio LEAST = Ratio.percent(2);

    private static final Ratio MOST = Ratio.percent(98);

    /** More than these tire the eye, fewer hide the shape. */
    private static final int MOST_BINS = 14;

    private static final List<Integer> ROUND = List.of(1, 2, 5);
    private static final int YEAR = 12;

    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12);

    private Histogram() {}

    /**
     * @param title what a person reads, such as {@code 100,000 to 150,000 USD}
     */
    record Bin(String title, Ratio share) {}

    /** Of amounts of a currency. */
    static List<Bin> amounts(Sample<Money> sample, CurrencyCode currency) {
        double low = sample.percentile(LEAST).value();
        double high = sample.percentile(MOST).value();
        if (high <= low) {
            return List.of();
        }
        double width = width(low, high);
        double first = Math.floor(low / width);
        double last = Math.ceil(high / width);
        List<Bin> bins = new ArrayList<>();
        Ratio before = Ratio.ZERO;
        for (double edge = first + 1; edge <= last; edge++) {
            Money from = Money.of((edge - 1) * width, currency);
            Money to = Money.of(edge * width, currency);
            boolean isFirst = edge == first + 1;
            boolean isLast = edge == last;
            Ratio upTo = isLast ? Ratio.ONE : sample.shareUpTo(to);
            bins.add(new Bin(amounts(from, to, isFirst, isLast), upTo.minus(before)));
            before = upTo;
        }
        return bins;
    }

    /** The least of 1, 2, 5, 10, … that needs no more bins than there may be. */
    private static double width(double low, double high) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(high - low)) - 1);
        for (double decade = power; ; decade *= 10) {
            for (int round : ROUND) {
                double width = round * decade;
                if (Math.ceil(high / width) - Math.floor(low / width) <= MOST_BINS) {
                    return width;
                }
            }
        }
    }

    private static String amounts(Money from, Money to, boolean isFirst, boolean isLast) {
        if (isFirst) {
            return "up to " + to;
        }
        if (isLast) {
            return "above " + from;
        }
        String low = from.toString();
        return low.substring(0, low.indexOf(' ')) + " to " + to;
    }

    /**
     * Of days, in months of the calendar.
     *
     * @param plan tells the day from whose midnight the times count
     */
    static List<Bin> months(Sample<Time> sample, Plan plan) {
        LocalDate first = plan.firstDay();
        YearMonth low = YearMonth.from(plan.day(sample.percentile(LEAST)));
        YearMonth high = YearMonth.from(plan.day(sample.percentile(MOST)));
        long span = low.until(high, ChronoUnit.MONTHS) + 1;
        int width = MONTHS.stream().filter(months -> fits(span, months)).findFirst().orElse(YEAR);
        while (!fits(span, width)) {
            width += YEAR;
        }
        List<Bin> bins = new ArrayList<>();
        Ratio before = Ratio.ZERO;
        for (YearMonth from = low; !from.isAfter(high); from = from.plusMonths(width)) {
            YearMonth next = from.plusMonths(width);
            boolean isFirst = from.equals(low);
            boolean isLast = next.isAfter(high);
            long days = ChronoUnit.DAYS.between(first, next.atDay(1));
            Ratio upTo = isLast ? Ratio.ONE : sample.shareUpTo(Time.days(days));
            bins.add(new Bin(months(from, next, isFirst, isLast), upTo.minus(before)));
            before = upTo;
        }
        return bins;
    }

    private static boolean fits(long months, int width) {
        return (months + width - 1) / width <= MOST_BINS;
    }

    private static String months(YearMonth from, YearMonth next, boolean isFirst, boolean isLast) {
        YearMonth last = next.minusMonths(1);
        if (isFirst && isLast) {
            return from.equals(last) ? from.toString() : from + " to " + last;
        }
        if (isFirst) {
            return "until " + last;
        }
        if (isLast) {
            return "from " + from + " on";
        }
        return from.equals(last) ? from.toString() : from + " to " + last;
    }
}
