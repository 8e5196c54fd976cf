package dev.groundplan.estimators;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Time;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The months of the calendar that a project touches, and which share of something that takes a
 * while falls into each.
 */
final class Months {
    private final LocalDate zero;
    private final double[] starts;

    /**
     * @param length of all, from the start of the project
     */
    Months(Plan plan, Time length) {
        zero = plan.start().orElse(plan.today());
        YearMonth first = YearMonth.from(zero);
        int count = 1;
        while (days(first.plusMonths(count)) < length.days()) {
            count++;
        }
        starts = new double[count + 1];
        Arrays.setAll(starts, i -> days(first.plusMonths(i)));
    }

    private double days(YearMonth month) {
        return ChronoUnit.DAYS.between(zero, month.atDay(1));
    }

    int size() {
        return starts.length - 1;
    }

    YearMonth month(int index) {
        return YearMonth.from(zero).plusMonths(index);
    }

    /** Adds the share of each month in what is spread evenly between two times. */
    void spread(double[] shares, Time from, Time to, double amount) {
        double begin = Math.max(0, from.days());
        double length = to.days() - begin;
        if (!(length > 0)) {
            shares[at(begin)] += amount;
            return;
        }
        double given = 0;
        int last = at(to.days());
        for (int i = at(begin); i < last; i++) {
            double part =
                    (Math.min(starts[i + 1], to.days()) - Math.max(starts[i], begin)) / length;
            shares[i] += part * amount;
            given += part;
        }
        // what is left, so that the shares make a whole
        shares[last] += (1 - given) * amount;
    }

    private int at(double days) {
        int month = 0;
        while (month < size() - 1 && starts[month + 1] <= days) {
            month++;
        }
        return month;
    }
}
