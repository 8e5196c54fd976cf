package dev.groundplan.planner.schedule;

/** A calendar seen from either end of time: backward, a moment is what is left until zero. */
final class Clock {
    private Clock() {}

    static int begin(WorkCalendar calendar, int moment, boolean backward) {
        return backward ? -calendar.close(-moment) : calendar.begin(moment);
    }

    static int end(WorkCalendar calendar, int begin, int minutes, boolean backward) {
        return backward ? -calendar.start(-begin, minutes) : calendar.end(begin, minutes);
    }
}
