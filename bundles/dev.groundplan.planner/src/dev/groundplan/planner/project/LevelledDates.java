package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.LongestChain;
import dev.groundplan.estimators.WorkDatesEstimation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the work is done, by the people there are, and how far off that may be. */
public final class LevelledDates implements Estimator<Plan, WorkDatesEstimation> {
    private static final String NAME = LevelledDates.class.getSimpleName();

    @Override
    public Class<Plan> subject() {
        return Plan.class;
    }

    @Override
    public Class<WorkDatesEstimation> estimation() {
        return WorkDatesEstimation.class;
    }

    @Override
    public Optional<WorkDatesEstimation> estimate(Plan plan, Facts facts) {
        Optional<ScheduleEstimation> schedule =
                facts.get(ScheduleEstimation.class, plan).filter(s -> s.finish().isPresent());
        Optional<WorkDatesEstimation> chain = LongestChain.of(plan, facts);
        return chain.flatMap(c -> schedule.map(s -> levelled(c, s))).or(() -> chain);
    }

    private static WorkDatesEstimation levelled(
            WorkDatesEstimation chain, ScheduleEstimation schedule) {
        List<WorkDatesEstimation.Dated> steps = new ArrayList<>();
        List<String> critical = new ArrayList<>();
        Time last = Time.seconds(0);
        for (ScheduleEstimation.Dated step : schedule.steps()) {
            Time end = step.end().value().likely();
            steps.add(
                    new WorkDatesEstimation.Dated(step.work(), step.start().value().likely(), end));
            last = last.max(end);
            if (step.critical().value().likely().value() > 0) {
                critical.add(step.work().name());
            }
        }
        steps.sort((a, b) -> a.start().compareTo(b.start()));
        Estimate<Time> finish = schedule.finish().orElseThrow();
        return new WorkDatesEstimation(
                inProportion(chain.duration(), last, finish),
                inProportion(chain.finish(), finish.value().likely(), finish),
                steps,
                critical);
    }

    /** The levelled time, with the interval that the chain has around its own. */
    private static Estimate<Time> inProportion(
            Estimate<Time> chain, Time levelled, Estimate<Time> schedule) {
        Uncertain<Time> range = chain.value();
        if (range.likely().isZero()) {
            return chain;
        }
        Ratio longer = levelled.dividedBy(range.likely());
        return new Estimate<>(
                chain.key(),
                chain.title(),
                Uncertain.of(
                        range.low().times(longer).min(levelled),
                        levelled,
                        range.high().times(longer).max(levelled)),
                new Derivation(
                        NAME,
                        "T = levelled median · chain / median of the chain",
                        List.of(Input.of("levelled", schedule), Input.of("chain", chain)),
                        List.of(
                                "the interval is that of the longest chain, in proportion; a"
                                        + " simulation levels people in every run")));
    }
}
