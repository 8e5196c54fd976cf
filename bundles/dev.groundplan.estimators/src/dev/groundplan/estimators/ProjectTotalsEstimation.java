package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
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
 * @param extra cost lines until release, and risks at their mean
 * @param build one-off cost until release
 * @param run running cost a month; empty when nothing costs anything that is known
 * @param dates when the work is done; empty when nothing is known of any step
 */
public record ProjectTotalsEstimation(
        Optional<Estimate<Effort>> effort,
        List<RoleShare> roles,
        Optional<Estimate<Money>> people,
        Optional<Estimate<Money>> training,
        List<Estimate<Money>> extra,
        Optional<Estimate<Money>> build,
        Optional<Estimate<PricePerMonth>> run,
        Optional<WorkDatesEstimation> dates)
        implements Estimation {
    /** What one role does; the cost is empty without a rate in the project's currency. */
    public record RoleShare(String role, Estimate<Effort> effort, Optional<Estimate<Money>> cost) {}

    public ProjectTotalsEstimation {
        roles = List.copyOf(roles);
        extra = List.copyOf(extra);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>();
        for (RoleShare share : roles) {
            all.add(share.effort());
            share.cost().ifPresent(all::add);
        }
        all.addAll(extra);
        Stream.<Optional<? extends Estimate<?>>>of(effort, people, training, build)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }
}
