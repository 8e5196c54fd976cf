package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Time;
import dev.groundplan.estimators.ResponseLoad;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** More answers to read or to take over than the people who are named for it can. */
public final class ReviewUnstaffed implements Rule {
    /** More people than that are a question of another kind. */
    private static final Count MOST_PEOPLE = Count.of(10_000);

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        List<ResponseLoad> loads = ResponseLoad.of(facts);
        return facts.plan().team().roles().stream()
                .flatMap(
                        role ->
                                finding(
                                        role,
                                        loads.stream()
                                                .filter(load -> load.role().equals(role.name()))
                                                .toList(),
                                        facts)
                                        .stream());
    }

    private Optional<Finding> finding(Role role, List<ResponseLoad> loads, Facts facts) {
        double needed = loads.stream().mapToDouble(load -> load.month().likely().value()).sum();
        double one = ofOne(role, facts).value();
        // who has nobody or no time at all is an UnstaffedRole
        return role.people()
                .filter(people -> people.value().value() > 0 && one > 0)
                .filter(people -> needed > people.value().value() * one)
                .map(people -> finding(role, people.value(), loads, needed, one, facts));
    }

    /** What one person of the role can do in a month. */
    private static Effort ofOne(Role role, Facts facts) {
        double share = role.share().map(s -> s.value().value()).orElse(1.0);
        double reaches = facts.prior("team.availability", Dimension.RATIO).likely().value();
        double daysOfAPersonDay = Effort.days(1).over(Count.of(1)).days();
        return Effort.days(Time.months(1).days() / daysOfAPersonDay * share * reaches);
    }

    private Finding finding(
            Role role,
            Count people,
            List<ResponseLoad> loads,
            double needed,
            double one,
            Facts facts) {
        ResponseLoad largest =
                loads.stream()
                        .max(Comparator.comparing(load -> load.month().likely()))
                        .orElseThrow();
        Count enough = new Count(Math.ceil(needed / one));
        return finding(
                largest.range(),
                facts.plan().id().child("operation"),
                Message.of(
                        name(),
                        "{loads} take {needed} of work a month; the role {role} has {have} (`people"
                                + " {people}`). {enough} people could, or {fitting} as many answers.",
                        "loads",
                        Wording.allOf(loads.stream().map(ReviewUnstaffed::phrase).toList()),
                        "needed",
                        hours(needed),
                        "people",
                        people.toString(),
                        "role",
                        role.name(),
                        "have",
                        hours(people.value() * one),
                        "enough",
                        enough.toString(),
                        "fitting",
                        Written.decimal(100 * people.value() * one / needed) + " %"),
                enough.compareTo(MOST_PEOPLE) > 0
                        ? List.of()
                        : List.of(
                                Fix.of(
                                        "Plan " + enough + " people",
                                        new Change.Set(
                                                role.id(),
                                                "people",
                                                Written.count(enough.value())))));
    }

    private static String phrase(ResponseLoad load) {
        return "`"
                + load.property()
                + "`, "
                + load.share().value().likely()
                + " of the answers with "
                + load.each().value().likely()
                + " each,";
    }

    private static String hours(double days) {
        return new Count(Math.round(days / Effort.hours(1).value())) + " hours";
    }
}
