package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Effort and calendar time of a piece of work, from what such work usually takes. */
public final class WorkEffort implements Estimator<Work, WorkEffortEstimation> {
    private static final String NAME = WorkEffort.class.getSimpleName();

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
        return effort(work, facts)
                .flatMap(
                        effort ->
                                duration(work, facts)
                                        .map(
                                                duration ->
                                                        new WorkEffortEstimation(
                                                                effort, duration)));
    }

    private static Optional<Estimate<Effort>> effort(Work work, Facts facts) {
        String prior = "effort." + work.kind();
        if (!facts.catalogue().priors().containsKey(prior)) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "E = e · factors · Σ δ^(i−1)");
        Calculation.Term usual = c.prior("e", facts, prior, Dimension.EFFORT);
        DoubleSupplier factors = factors(c, work, facts);
        return c.of(
                new Keys("effort").key(work.name()),
                "Effort: " + work.title(),
                Effort::new,
                () -> usual.value() * factors.getAsDouble());
    }

    private static Optional<Estimate<Time>> duration(Work work, Facts facts) {
        String prior = "duration." + work.kind();
        if (!facts.catalogue().priors().containsKey(prior)) {
            return Optional.empty();
        }
        Optional<Estimate<Time>> runs =
                work.stage()
                        .flatMap(stage -> facts.get(TrainingTimeEstimation.class, stage))
                        .map(TrainingTimeEstimation::duration);
        Calculation c =
                new Calculation(
                        NAME,
                        "T = t · factors · Σ δ^(i−1)" + (runs.isPresent() ? " + T_runs" : ""));
        Calculation.Term usual = c.prior("t", facts, prior, Dimension.TIME);
        DoubleSupplier factors = factors(c, work, facts);
        Optional<Calculation.Term> training = runs.map(r -> c.result("T_runs", r));
        return c.note("calendar time stretches as effort does")
                .of(
                        new Keys("duration").key(work.name()),
                        "Duration: " + work.title(),
                        Time::new,
                        () ->
                                usual.value() * factors.getAsDouble()
                                        + training.map(Calculation.Term::value).orElse(0.0));
    }

    /** What the project says that makes this work larger or smaller than usual. */
    private static DoubleSupplier factors(Calculation c, Work work, Facts facts) {
        List<DoubleSupplier> factors = new ArrayList<>();
        if (!work.kind().equals("pretrain")) {
            // a base model does not care how complex the application is that will be built on it
            facts.plan()
                    .scope()
                    .complexity()
                    .flatMap(level -> factor(c, facts, "effort.complexity." + level.value().word()))
                    .ifPresent(factors::add);
        }
        facts.plan()
                .team()
                .expertise()
                .flatMap(level -> factor(c, facts, "effort.expertise." + level.value().word()))
                .ifPresent(factors::add);
        if (work.kind().equals("data")) {
            worstQuality(facts)
                    .flatMap(quality -> factor(c, facts, "effort.data-quality." + quality))
                    .ifPresent(factors::add);
        }
        rounds(work, facts).ifPresent(rounds -> factors.add(learning(c, facts, rounds)));
        return () -> {
            double product = 1;
            for (DoubleSupplier factor : factors) {
                product *= factor.getAsDouble();
            }
            return product;
        };
    }

    private static Optional<DoubleSupplier> factor(Calculation c, Facts facts, String name) {
        Prior prior = facts.catalogue().priors().get(name);
        if (prior == null
                || !(prior.value().likely() instanceof Ratio
                        || prior.value().likely() instanceof Count)) {
            return Optional.empty();
        }
        return Optional.of(c.plainPrior(name.substring(name.indexOf('.') + 1), facts, name)::value);
    }

    /** The dataset that needs most work decides. */
    private static Optional<String> worstQuality(Facts facts) {
        List<String> stated =
                facts.plan().datasets().stream()
                        .map(Dataset::quality)
                        .flatMap(Optional::stream)
                        .map(Stated::value)
                        .toList();
        return List.of("poor", "fair", "good", "curated").stream()
                .filter(stated::contains)
                .findFirst();
    }

    private static Optional<Stated<Uncertain<Count>>> rounds(Work work, Facts facts) {
        return facts.plan()
                .iteration()
                .filter(iteration -> iteration.stages().contains(work.name()))
                .flatMap(Iteration::rounds);
    }

    /** Each round takes a share of the one before: 1 + δ + δ² + … */
    private static DoubleSupplier learning(
            Calculation c, Facts facts, Stated<Uncertain<Count>> rounds) {
        Calculation.Term n = c.range("i", "rounds", rounds);
        Calculation.Term share = c.plainPrior("δ", facts, "iteration.learning");
        return () ->
                share.value() == 1
                        ? n.value()
                        : (1 - StrictMath.pow(share.value(), n.value())) / (1 - share.value());
    }
}
