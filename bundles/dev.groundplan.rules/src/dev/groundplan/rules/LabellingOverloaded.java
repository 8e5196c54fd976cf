package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.TimePerItem;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** More labelling than the people who do it can finish before the deadline. */
public final class LabellingOverloaded implements Rule {
    private static final double WORKING_DAYS_A_WEEK = 5;
    private static final double HOURS_A_DAY = 8;

    /** Labelling that one role does. */
    private record Job(SubjectId subject, SourceRange range, String what, double hours) {}

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Optional<LocalDate> deadline = plan.scope().budget().deadline().map(Stated::value);
        return deadline.isEmpty()
                ? Stream.empty()
                : plan.team().roles().stream()
                        .filter(role -> role.people().isPresent())
                        .flatMap(role -> finding(role, deadline.get(), plan).stream());
    }

    private Optional<Finding> finding(Role role, LocalDate deadline, Plan plan) {
        List<Job> jobs = jobs(role.name(), plan);
        double needed = jobs.stream().mapToDouble(Job::hours).sum();
        double each = hoursOfOne(role, deadline, plan);
        double people = role.people().orElseThrow().value().value();
        if (jobs.isEmpty() || needed <= people * each) {
            return Optional.empty();
        }
        Job largest = jobs.stream().max(Comparator.comparingDouble(Job::hours)).orElseThrow();
        double enough = each > 0 ? Math.ceil(needed / each) : 0;
        List<Fix> fixes =
                enough > people
                        ? List.of(
                                Fix.of(
                                        "Plan " + new Count(enough) + " people",
                                        new Change.Set(role.id(), "people", Written.count(enough))))
                        : List.of();
        return Optional.of(
                finding(
                        largest.range(),
                        largest.subject(),
                        Message.of(
                                name(),
                                "{jobs} take {needed} hours of labelling; {people} x {role} have"
                                        + " {have} hours until {deadline}.{remedy}",
                                "jobs",
                                Wording.allOf(jobs.stream().map(Job::what).toList()),
                                "needed",
                                new Count(Math.round(needed)).toString(),
                                "people",
                                role.people().orElseThrow().value().toString(),
                                "role",
                                role.name(),
                                "have",
                                new Count(Math.round(people * each)).toString(),
                                "deadline",
                                deadline.toString(),
                                "remedy",
                                enough > people
                                        ? " " + new Count(enough) + " people could."
                                        : " No number of people could."),
                        fixes));
    }

    /** Working hours of one person from the first day to the deadline. */
    private static double hoursOfOne(Role role, LocalDate deadline, Plan plan) {
        LocalDate first = plan.start().orElse(plan.today());
        double days = Math.max(0, ChronoUnit.DAYS.between(first, deadline));
        double share = role.share().map(s -> s.value().value()).orElse(1.0);
        return days / 7 * WORKING_DAYS_A_WEEK * HOURS_A_DAY * share;
    }

    private static List<Job> jobs(String role, Plan plan) {
        Stream<Job> data =
                plan.datasets().stream()
                        .filter(d -> d.labeller().filter(role::equals).isPresent())
                        .filter(d -> d.labelling().isPresent() && d.examples().isPresent())
                        .map(LabellingOverloaded::labelling);
        Stream<Job> preferences =
                plan.stages(ReinforceStage.class).stream()
                        .filter(s -> s.preferences().isPresent() && s.labelling().isPresent())
                        .filter(s -> by(s).filter(role::equals).isPresent())
                        .map(LabellingOverloaded::preferences);
        return Stream.concat(data, preferences).filter(job -> job.hours() > 0).toList();
    }

    private static Optional<String> by(ReinforceStage stage) {
        return stage.labelling().flatMap(Labour::by).map(Stated::value);
    }

    private static Job labelling(Dataset data) {
        double examples = data.examples().orElseThrow().value().likely().value();
        double done = data.labelled().map(l -> l.value().likely().value()).orElse(0.0);
        double hours =
                Math.max(0, examples - done)
                        * data.labelling().orElseThrow().value().likely().value()
                        / 3600;
        return new Job(data.id(), data.labelling().orElseThrow().range(), data.name(), hours);
    }

    private static Job preferences(ReinforceStage stage) {
        double pairs = stage.preferences().orElseThrow().value().likely().value();
        double raters = stage.raters().map(r -> r.value().value()).orElse(1.0);
        Stated<Uncertain<TimePerItem>> each = stage.labelling().orElseThrow().amount();
        double hours = pairs * raters * each.value().likely().value() / 3600;
        return new Job(stage.id(), each.range(), stage.name(), hours);
    }
}
