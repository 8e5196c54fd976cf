package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of the simulated runs of a project.
 *
 * @param runs how many there were
 * @param figures percentiles of finish, effort and cost; chances
 * @param criticality by step, in how many runs it held up the finish
 * @param tornado what moves cost and finish, the strongest first
 */
public record SimulationEstimation(
        int runs, List<Estimate<?>> figures, List<Estimate<Ratio>> criticality, List<Swing> tornado)
        implements Estimation {
    /**
     * How one uncertain thing moves the project.
     *
     * @param subject whose it is
     * @param quantity what it is
     * @param onCost rank correlation with the cost until release, told where cost is
     * @param onFinish rank correlation with the finish
     * @param cost mean cost in the fifth of the runs in which it was lowest, and in which it was
     *     highest
     * @param finish mean finish in the same runs
     */
    public record Swing(
            String subject,
            String quantity,
            Estimate<Ratio> onCost,
            Estimate<Ratio> onFinish,
            Optional<Estimate<Money>> cost,
            Estimate<Time> finish) {}

    public SimulationEstimation {
        figures = List.copyOf(figures);
        criticality = List.copyOf(criticality);
        tornado = List.copyOf(tornado);
    }

    @Override
    public List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>(figures);
        all.addAll(criticality);
        for (Swing swing : tornado) {
            swing.cost().ifPresent(all::add);
            if (swing.cost().isPresent()) {
                all.add(swing.onCost());
            }
            all.add(swing.onFinish());
            all.add(swing.finish());
        }
        return all;
    }
}
