package dev.groundplan.planner.project;

import dev.groundplan.core.plan.Capacity;
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

    /**
     * Lets an activity hold the accelerators that a stage computes on; of more than there are, all:
     * that it is too large is a finding.
     */
    void hold(int activity, Stage stage) {
        stage.hardware()
                .ifPresent(
                        hardware -> {
                            String kind = hardware.accelerator().name();
                            int there =
                                    plan.team()
                                            .capacity(kind)
                                            .map(Capacity::count)
                                            .orElse(Integer.MAX_VALUE);
                            builder.demand(
                                    activity,
                                    pools.computeIfAbsent(kind, k -> pool(k, there)),
                                    Math.min(there, hardware.countOrOne()));
                        });
    }

    /**
     * As many accelerators as the file says, else as many as the largest stage holds: stages take
     * turns on them.
     */
    private int pool(String kind, int there) {
        int largest =
                plan.stages().stream()
                        .flatMap(stage -> stage.hardware().stream())
                        .filter(other -> other.accelerator().name().equals(kind))
                        .mapToInt(Hardware::countOrOne)
                        .max()
                        .orElse(1);
        return builder.resource(kind, there < Integer.MAX_VALUE ? there : largest);
    }
}
