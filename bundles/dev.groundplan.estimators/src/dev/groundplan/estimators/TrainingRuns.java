package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * From computing to accelerator-hours and to time on the clock; the same for pre-training and
 * tuning.
 *
 * @param estimator whose page explains it
 */
record TrainingRuns(
        String estimator,
        Keys keys,
        Stated<Hardware> hardware,
        Estimate<Ratio> utilisation,
        Estimate<Flop> flop) {
    private static final double SECONDS_AN_HOUR = Time.hours(1).value();

    /** How many runs it takes: as written, else the usual number. */
    static Optional<Estimate<Count>> count(
            String estimator,
            Keys keys,
            Facts facts,
            Optional<Stated<Uncertain<Count>>> written,
            String prior) {
        Calculation c = new Calculation(estimator, "R");
        Calculation.Term runs =
                written.map(w -> c.range("R", "whole-run multiples", w))
                        .orElseGet(() -> c.plainPrior("R", facts, prior));
        return c.of(keys.key("runs"), "Runs until the one that counts", Count::new, runs::value);
    }

    /** A utilisation that the project assumes for this stage. */
    static Optional<Stated<Uncertain<Ratio>>> assumedUtilisation(Stage stage, Facts facts) {
        return facts.plan().assumptions().stream()
                .filter(a -> a.kind() == Assumption.Kind.MFU && a.subject().equals(stage.name()))
                .flatMap(
                        a ->
                                Dimension.RATIO
                                        .cast(a.value())
                                        .map(
                                                mfu ->
                                                        new Stated<>(
                                                                mfu,
                                                                (Origin)
                                                                        new Origin.Written(
                                                                                a.range(),
                                                                                a.because())))
                                        .stream())
                .findFirst();
    }

    /** As few accelerators as hold the job; one when nothing says how much it needs. */
    static Stated<Count> fewest(Stage stage, Facts facts) {
        return Stated.assumed(
                facts.get(TrainingMemoryEstimation.class, stage)
                        .map(TrainingMemoryEstimation::accelerators)
                        .orElse(Count.of(1)),
                "as few as hold the job in their memory",
                Source.UNKNOWN);
    }

    Optional<TrainingTimeEstimation> time(
            Stated<FlopPerSecond> peak,
            Optional<Estimate<Count>> runs,
            Stated<Count> accelerators) {
        Calculation c = on(new Calculation(estimator, "H = C / (P·MFU)"));
        Calculation.Term flopTerm = c.result("C", flop);
        Calculation.Term p = c.exact("P", "dense 16-bit peak", peak);
        Calculation.Term share = c.result("MFU", utilisation);
        return finish(
                c.of(
                        keys.key("accelerator-hours"),
                        "Accelerator-hours of the run",
                        AcceleratorHours::new,
                        () -> flopTerm.value() / (p.value() * share.value()) / SECONDS_AN_HOUR),
                runs,
                accelerators);
    }

    private Calculation on(Calculation calculation) {
        return calculation.shown(
                Input.of("on", "accelerator", hardware.map(h -> h.accelerator().name())));
    }

    private Optional<TrainingTimeEstimation> finish(
            Optional<Estimate<AcceleratorHours>> hours,
            Optional<Estimate<Count>> runs,
            Stated<Count> accelerators) {
        return finish(
                estimator,
                keys,
                hardware.value().accelerator(),
                utilisation,
                hours,
                runs,
                accelerators);
    }

    /** From the hours of one run to the time on the clock of all. */
    static Optional<TrainingTimeEstimation> finish(
            String estimator,
            Keys keys,
            AcceleratorSpec accelerator,
            Estimate<Ratio> utilisation,
            Optional<Estimate<AcceleratorHours>> hours,
            Optional<Estimate<Count>> runs,
            Stated<Count> accelerators) {
        if (hours.isEmpty() || runs.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(estimator, "T = H·R / n");
        Calculation.Term h = c.result("H", hours.get());
        Calculation.Term r = c.result("R", runs.get());
        Calculation.Term n = c.exact("n", "accelerators", accelerators);
        return c.of(
                        keys.key("duration"),
                        "Duration of all runs",
                        Time::new,
                        () -> h.value() * SECONDS_AN_HOUR * r.value() / n.value())
                .map(
                        duration ->
                                new TrainingTimeEstimation(
                                        accelerator,
                                        utilisation,
                                        hours.get(),
                                        runs.get(),
                                        accelerators.value(),
                                        duration));
    }
}
