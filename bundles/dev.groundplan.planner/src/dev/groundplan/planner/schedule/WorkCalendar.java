package dev.groundplan.planner.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When something can go on. Moments are whole minutes since the midnight before the first day of
 * the project; a working day is from 9 to 17 o'clock. A minute is fine enough for the run of an
 * accelerator, and coarse enough for two thousand years in an {@code int}.
 *
 * <p>Holidays count for the first eleven years; after them only the days of the week do.
 */
public final class WorkCalendar {
    /** Minutes of a day of the calendar. */
    public static final int DAY = 1_440;

    /** Minutes of a working day of eight hours. */
    public static final int WORKING_DAY = 480;

    private static final int OPENS = 540;
    private static final int WEEK = 7;

    /** Days of the table: whole weeks, so that the pattern goes on behind them. */
    private static final int SPAN = 585 * WEEK;

    private static final WorkCalendar ELAPSED =
            new WorkCalendar(new int[0], new int[0], new int[0]);

    private final boolean elapsed;

    /** Working days before a day, for each day of the table and the first behind it. */
    private final int[] before;

    /** The day of each working day of the table. */
    private final int[] days;

    /** Working days before a day of a week without holidays, for eight days from the first. */
    private final int[] week;

    /** The day of each working day of such a week. */
    private final int[] weekdays;

    private WorkCalendar(int[] before, int[] days, int[] week) {
        this.elapsed = week.length == 0;
        this.before = before;
        this.days = days;
        this.week = week;
        this.weekdays =
                IntStream.range(0, week.length - 1)
                        .filter(day -> week[day + 1] > week[day])
                        .toArray();
    }

    /** Round the clock: for waiting, and for what machines do. */
    public static WorkCalendar elapsed() {
        return ELAPSED;
    }

    /**
     * Eight hours on some days of the week.
     *
     * @param first the first day of the project
     * @param holidays days on which nobody works
     */
    public static WorkCalendar of(
            LocalDate first, Set<DayOfWeek> workdays, Collection<LocalDate> holidays) {
        boolean[] off = new boolean[SPAN];
        for (LocalDate holiday : holidays) {
            long day = ChronoUnit.DAYS.between(first, holiday);
            if (day >= 0 && day < SPAN) {
                off[(int) day] = true;
            }
        }
        int[] week = new int[WEEK + 1];
        for (int day = 0; day < WEEK; day++) {
            boolean open = workdays.contains(first.getDayOfWeek().plus(day));
            week[day + 1] = week[day] + (open ? 1 : 0);
        }
        int[] before = new int[SPAN + 1];
        int[] days = new int[SPAN];
        int count = 0;
        for (int day = 0; day < SPAN; day++) {
            before[day] = count;
            if (week[day % WEEK + 1] > week[day % WEEK] && !off[day]) {
                days[count++] = day;
            }
        }
        before[SPAN] = count;
        return new WorkCalendar(before, Arrays.copyOf(days, count), week);
    }

    /** Whether there is no moment at which anybody could work. */
    public boolean isEmpty() {
        return !elapsed && week[WEEK] == 0;
    }

    /** How many minutes of the clock a minute of work takes in the long run, rounded up. */
    int stretch() {
        int open = elapsed ? 0 : week[WEEK] * WORKING_DAY;
        return open == 0 ? 1 : (WEEK * DAY + open - 1) / open;
    }

    /** The first moment, not before this one, at which a minute of work can begin. */
    public int begin(int moment) {
        return elapsed ? moment : opening(worked(moment));
    }

    /** The last moment, not after this one, at which a minute of work can end. */
    public int close(int moment) {
        return elapsed ? moment : closing(worked(moment));
    }

    /** When as many minutes of work end that begin at this moment. */
    public int end(int begin, int minutes) {
        return elapsed || minutes == 0 ? begin + minutes : closing(worked(begin) + minutes);
    }

    /** When as many minutes of work must begin to end at this moment. */
    public int start(int end, int minutes) {
        return elapsed || minutes == 0 ? end - minutes : opening(worked(end) - minutes);
    }

    /** Minutes of work between two moments. */
    public int between(int from, int to) {
        return elapsed ? to - from : worked(to) - worked(from);
    }

    /** Minutes of work before a moment; of the time before the project, negative. */
    private int worked(int moment) {
        int day = Math.floorDiv(moment, DAY);
        int full;
        int open;
        if (day >= 0 && day < SPAN) {
            full = before[day];
            open = before[day + 1] - full;
        } else {
            // the last week of the table, or before the project the first, again and again
            int anchor = day < 0 ? 0 : SPAN;
            int weeks = Math.floorDiv(day - anchor, WEEK);
            int rest = day - anchor - weeks * WEEK;
            full = before[anchor] + weeks * week[WEEK] + week[rest];
            open = week[rest + 1] - week[rest];
        }
        int today = Math.clamp(moment - day * DAY - OPENS, 0, WORKING_DAY);
        return full * WORKING_DAY + open * today;
    }

    /** The last moment with so much work before it: work can go on there. */
    private int opening(int worked) {
        int full = Math.floorDiv(worked, WORKING_DAY);
        return day(full) * DAY + OPENS + worked - full * WORKING_DAY;
    }

    /** The first moment with so much work before it. */
    private int closing(int worked) {
        int full = Math.floorDiv(worked - 1, WORKING_DAY);
        return day(full) * DAY + OPENS + worked - full * WORKING_DAY;
    }

    private int day(int workday) {
        if (workday >= 0 && workday < days.length) {
            return days[workday];
        }
        int anchor = workday < 0 ? 0 : SPAN;
        int index = workday < 0 ? workday : workday - days.length;
        int weeks = Math.floorDiv(index, week[WEEK]);
        int rest = index - weeks * week[WEEK];
        return anchor + weeks * WEEK + weekdays[rest];
    }
}
