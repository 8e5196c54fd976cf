package dev.groundplan.planner.project;

import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.planner.schedule.NetworkBuilder;
import java.util.HashMap;
import java.util.Map;

/** The accelerators of a plan as resources of its network, one for each kind. */
final class AcceleratorPools {
    private final Plan plan;
    private final NetworkBuilder builder;
    private final Map<String, Integer> pools = new HashMap<>();

    AcceleratorPools(Plan plan, NetworkBuilder builder) {
        this.plan = plan;
        this.builder = builder;
    }

    /** Lets an activity hold the accelerators that a stage computes on. */
    void hold(int activity, Stage stage) {
        stage.hardware().ifPresent(h -> builder.demand(activity, pool(h), h.countOrOne()));
    }

    /** As many accelerators of a kind as the largest stage holds: stages take turns on them. */
    private int pool(Hardware hardware) {
        String name = hardware.accelerator().name();
        int largest =
                plan.stages().stream()
                        .flatMap(stage -> stage.hardware().stream())
                        .filter(other -> other.accelerator().name().equals(name))
                        .mapToInt(Hardware::countOrOne)
                        .max()
                        .orElse(1);
        return pools.computeIfAbsent(name, n -> builder.resource(n, largest));
    }
}
