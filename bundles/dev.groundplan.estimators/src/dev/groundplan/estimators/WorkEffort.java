package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.HumanReview;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Effort and calendar time of a step: as the file says, as it computes, or as usual. */
public final class WorkEffort implements Estimator<Work, WorkEffortEstimation> {
    private static final String NAME = WorkEffort.class.getSimpleName();
    private static final double CALENDAR_DAYS_A_WORKING_DAY =
            Effort.days(1).over(Count.of(1)).days();
    private static final double SECONDS_A_DAY = Time.days(1).value();

    @Override
    public Class<Work> subject() {
        return Work.class;
    }

    @Override
    public Class<WorkEffortEstimation> estimation() {
        return WorkEffortEstimation.class;
    }

    @Override
    public Optional<WorkEffortEstimation> estimate(Work work, Facts facts) {
        return switch (work.nature()) {
            case MILESTONE -> milestone(work);
            case WAIT -> waiting(work, facts);
            case WORK -> worked(work, facts);
        };
    }

    private static Optional<WorkEffortEstimation> milestone(Work work) {
        return new Calculation(NAME, "T = 0")
                .shown(
                        Input.of(
                                "T",
                                "a point in time takes none",
                                Stated.written(Time.days(0), work.range())))
                .of(durationKey(work), title("Duration", work), Time::new, () -> 0)
                .map(
                        none ->
                                new WorkEffortEstimation(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        none));
    }

    private static Optional<WorkEffortEstimation> waiting(Work work, Facts facts) {
        Calculation c = new Calculation(NAME, "T = waiting");
        Calculation.Term time;
        if (work.waiting().isPresent()) {
            time = c.range("waiting", "as the file says", work.waiting().get());
        } else if (facts.catalogue().priors().containsKey("duration." + work.kind())) {
            time = c.prior("waiting", facts, "duration." + work.kind(), Dimension.TIME);
        } else {
            return Optional.empty();
        }
        return c.note("calendar time; nobody works")
                .of(durationKey(work), title("Duration", work), Time::new, time::value)
                .map(
                        wait ->
                                new WorkEffortEstimation(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(wait),
                                        Optional.empty(),
                                        wait));
    }

    private static Optional<WorkEffortEstimation> worked(Work work, Facts facts) {
        Optional<Estimate<Effort>> effort = effort(work, facts, true);
        if (effort.isEmpty()) {
            return Optional.empty();
        }
        WorkEffortEstimation.Crew crew = Staffing.crew(work, facts);
        Optional<Estimate<Time>> runs =
                work.stage()
                        .filter(stage -> !work.kind().equals("label"))
                        .flatMap(stage -> facts.get(TrainingTimeEstimation.class, stage))
                        .map(TrainingTimeEstimation::duration);
        return duration(work, effort.get(), crew, runs)
                .map(
                        duration ->
                                new WorkEffortEstimation(
                                        Optional.of(crew),
                                        effort,
                                        WorkFactors.rounds(work, facts)
                                                .flatMap(r -> effort(work, facts, false)),
                                        Optional.empty(),
                                        runs,
                                        duration));
    }

    /**
     * @param all rounds, or the first alone
     */
    private static Optional<Estimate<Effort>> effort(Work work, Facts facts, boolean all) {
        Optional<Stated<Uncertain<Count>>> rounds =
                WorkFactors.rounds(work, facts).filter(r -> all && !isReading(work));
        String repeated = rounds.isPresent() ? " · Σ δ^(i−1)" : "";
        boolean whole = all && isReading(work) && work.effort().isEmpty();
        Calculation c = new Calculation(NAME, whole ? "E = e" : formula(work) + repeated);
        Optional<DoubleSupplier> once = whole ? read(c, facts) : once(c, work, facts);
        Optional<DoubleSupplier> times = rounds.map(r -> WorkFactors.learning(c, facts, r));
        return once.flatMap(
                e ->
                        c.of(
                                all
                                        ? new Keys("effort").key(work.name())
                                        : new Keys("effort").key(work.name(), "round"),
                                title(all ? "Effort" : "Effort of the first round", work),
                                Effort::new,
                                () ->
                                        e.getAsDouble()
                                                * times.map(DoubleSupplier::getAsDouble)
                                                        .orElse(1.0)));
    }

    private static String formula(Work work) {
        if (work.effort().isPresent() || work.kind().equals("label")) {
            return "E = e";
        }
        return switch (work.kind()) {
            case "human-review", Work.REVIEW_OF_A_ROUND -> "E = n·t";
            case "data" -> "E = (e + c·n) · factors";
            case "benchmark" -> "E = e·n";
            default -> "E = e · factors";
        };
    }

    /** Of one round; empty when nothing says how much. */
    private static Optional<DoubleSupplier> once(Calculation c, Work work, Facts facts) {
        if (work.effort().isPresent()) {
            return Optional.of(c.range("e", "as the file says", work.effort().get())::value);
        }
        return switch (work.kind()) {
            case "label" ->
                    work.about()
                            .flatMap(about -> facts.get(LabourEstimation.class, about))
                            .map(labels -> c.result("e", labels.effort())::value);
            case "human-review", Work.REVIEW_OF_A_ROUND ->
                    facts.plan().evaluation().human().flatMap(human -> reading(c, human, facts));
            default -> usual(c, work, facts);
        };
    }

    private static Optional<DoubleSupplier> usual(Calculation c, Work work, Facts facts) {
        String prior = "effort." + work.kind();
        if (!facts.catalogue().priors().containsKey(prior)) {
            return Optional.empty();
        }
        Calculation.Term usual = c.prior("e", facts, prior, Dimension.EFFORT);
        if (work.kind().equals("benchmark")) {
            int runs = facts.plan().evaluation().benchmarks().size();
            Calculation.Term n =
                    c.exact("n", "benchmarks", Stated.written(Count.of(runs), work.range()));
            return Optional.of(() -> usual.value() * n.value());
        }
        int steps = work.about().map(WorkEffort::cleaning).orElse(0);
        Optional<Calculation.Term> step =
                Optional.of("effort.data.step")
                        .filter(p -> work.kind().equals("data") && steps > 0)
                        .map(p -> c.prior("c", facts, p, Dimension.EFFORT));
        step.ifPresent(
                s ->
                        c.shown(
                                Input.of(
                                        "n",
                                        "cleaning steps",
                                        Stated.written(Count.of(steps), work.range()))));
        DoubleSupplier factors = WorkFactors.of(c, work, facts);
        return Optional.of(
                () ->
                        (usual.value() + steps * step.map(Calculation.Term::value).orElse(0.0))
                                * factors.getAsDouble());
    }

    private static int cleaning(Object about) {
        return about instanceof Dataset data ? data.cleaning().size() : 0;
    }

    /** Nobody reads faster the second time, so rounds are no matter of learning. */
    private static boolean isReading(Work work) {
        return work.kind().equals("human-review") || work.kind().equals(Work.REVIEW_OF_A_ROUND);
    }

    /** In all rounds. */
    private static Optional<DoubleSupplier> read(Calculation c, Facts facts) {
        return facts.get(LabourEstimation.class, facts.plan())
                .map(labour -> c.result("e", labour.effort())::value);
    }

    private static Optional<DoubleSupplier> reading(Calculation c, HumanReview human, Facts facts) {
        return human.samples()
                .map(
                        samples -> {
                            Calculation.Term n = c.range("n", "answers read", samples);
                            Calculation.Term t =
                                    human.time()
                                            .map(time -> c.range("t", "time for an answer", time))
                                            .orElseGet(
                                                    () ->
                                                            c.prior(
                                                                    "t",
                                                                    facts,
                                                                    "review.answer",
                                                                    Dimension.TIME));
                            return () -> Time.seconds(n.value() * t.value()).worked().value();
                        });
    }

    private static Optional<Estimate<Time>> duration(
            Work work,
            Estimate<Effort> effort,
            WorkEffortEstimation.Crew crew,
            Optional<Estimate<Time>> runs) {
        Calculation c =
                new Calculation(NAME, "T = E·7/(5·k·s·a)" + (runs.isPresent() ? " + T_runs" : ""));
        Calculation.Term e = c.result("E", effort);
        Calculation.Term people = c.exact("k", "people who work at it together", crew.people());
        Calculation.Term share = c.exact("s", "share of their time for the project", crew.share());
        Calculation.Term available =
                c.range("a", "share of that which reaches the work", crew.availability());
        Optional<Calculation.Term> training = runs.map(r -> c.result("T_runs", r));
        crew.substitution().ifPresent(c::note);
        return c.note("by " + crew.role() + ", who does nothing else meanwhile")
                .of(
                        durationKey(work),
                        title("Duration", work),
                        Time::new,
                        () ->
                                e.value()
                                                * CALENDAR_DAYS_A_WORKING_DAY
                                                * SECONDS_A_DAY
                                                / (people.value()
                                                        * share.value()
                                                        * available.value())
                                        + training.map(Calculation.Term::value).orElse(0.0));
    }

    private static ResultKey durationKey(Work work) {
        return new Keys("duration").key(work.name());
    }

    private static String title(String what, Work work) {
        return what + ": " + work.title();
    }
}
