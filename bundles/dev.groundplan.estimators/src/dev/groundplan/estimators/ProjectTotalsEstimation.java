package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project as a whole, in its currency.
 *
 * @param effort of all work
 * @param roles effort and cost by role
 * @param people cost of all work
 * @param training cost of accelerators for training; empty when nothing is trained
 * @param build one-off cost until release
 * @param run running cost a month; empty when nothing is served
 * @param duration of the longest chain of work
 * @param finish time from the start of the project to its last work
 * @param critical names of the work on the longest chain, at likely durations, in order
 */
public record ProjectTotalsEstimation(
        Optional<Estimate<Effort>> effort,
        List<RoleShare> roles,
        Optional<Estimate<Money>> people,
        Optional<Estimate<Money>> training,
        Optional<Estimate<Money>> build,
        Optional<Estimate<PricePerMonth>> run,
        Optional<Estimate<Time>> duration,
        Optional<Estimate<Time>> finish,
        List<String> critical)
        implements Estimation {
    /** What one role does; the cost is empty without a rate in the project's currency. */
    public record RoleShare(String role, Estimate<Effort> effort, Optional<Estimate<Money>> cost) {}

    public ProjectTotalsEstimation {
        roles = List.copyOf(roles);
        critical = List.copyOf(critical);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>();
        for (RoleShare share : roles) {
            all.add(share.effort());
            share.cost().ifPresent(all::add);
        }
        Stream.<Optional<? extends Estimate<?>>>of(
                        effort, people, training, build, run, duration, finish)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }
}
