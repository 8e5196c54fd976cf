package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What the project says that makes a step larger or smaller than usual. */
final class WorkFactors {
    private WorkFactors() {}

    /** Their product, each a term of the calculation. */
    static DoubleSupplier of(Calculation c, Work work, Facts facts) {
        List<DoubleSupplier> factors = new ArrayList<>();
        Plan plan = facts.plan();
        if (!work.kind().equals("pretrain")) {
            // a base model does not care how complex the application is that will be built on it
            plan.scope()
                    .complexity()
                    .flatMap(level -> factor(c, facts, "effort.complexity." + level.value().word()))
                    .ifPresent(factors::add);
        }
        plan.team()
                .role(Staffing.role(work, facts))
                .flatMap(Role::expertise)
                .or(() -> plan.team().expertise().map(Stated::value))
                .flatMap(level -> factor(c, facts, "effort.expertise." + level.word()))
                .ifPresent(factors::add);
        if (work.kind().equals("data")) {
            work.about()
                    .filter(Dataset.class::isInstance)
                    .map(Dataset.class::cast)
                    .flatMap(Dataset::quality)
                    .flatMap(q -> factor(c, facts, "effort.data-quality." + q.value()))
                    .ifPresent(factors::add);
        }
        return () -> {
            double product = 1;
            for (DoubleSupplier factor : factors) {
                product *= factor.getAsDouble();
            }
            return product;
        };
    }

    /** How often it is done, where a loop says so. */
    static Optional<Stated<Uncertain<Count>>> rounds(Work work, Facts facts) {
        return facts.plan()
                .iteration()
                .filter(iteration -> iteration.repeats(work))
                .flatMap(Iteration::rounds);
    }

    /** Each round takes a share of the one before: 1 + δ + δ² + … */
    static DoubleSupplier learning(Calculation c, Facts facts, Stated<Uncertain<Count>> rounds) {
        Calculation.Term n = c.range("i", "rounds", rounds);
        Calculation.Term share = c.plainPrior("δ", facts, "iteration.learning");
        return () ->
                share.value() == 1
                        ? n.value()
                        : (1 - StrictMath.pow(share.value(), n.value())) / (1 - share.value());
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
}
