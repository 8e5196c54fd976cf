package dev.groundplan.planner.simulation;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.schedule.Network;
import dev.groundplan.planner.schedule.NetworkBuilder;
import dev.groundplan.planner.schedule.Schedule;
import dev.groundplan.planner.schedule.Scheduler;
import dev.groundplan.planner.schedule.Search;
import dev.groundplan.planner.schedule.WorkCalendar;
import java.util.List;

/** Small models round the clock, whose results are known in closed form. */
final class Models {
    static final int RUNS = 20_000;

    private Models() {}

    static ModelBuilder of(NetworkBuilder network, long seed) {
        Network built = network.build();
        Schedule schedule =
                Scheduler.schedule(built, Search.usual(built.size()), Cancellation.NEVER);
        return new ModelBuilder(schedule, CurrencyCode.USD, seed);
    }

    /** Activities one after another. */
    static NetworkBuilder chain(int activities) {
        NetworkBuilder network = beside(activities);
        for (int a = 1; a < activities; a++) {
            network.order(a - 1, a);
        }
        return network;
    }

    /** Activities that wait for nothing. */
    static NetworkBuilder beside(int activities) {
        NetworkBuilder network = new NetworkBuilder();
        for (int a = 0; a < activities; a++) {
            network.activity("a" + a, WorkCalendar.elapsed(), 60_000);
        }
        return network;
    }

    /** Each activity takes its time, drawn independently. */
    static ModelBuilder taking(NetworkBuilder network, List<Uncertain<Time>> times) {
        ModelBuilder builder = of(network, 1);
        for (int a = 0; a < times.size(); a++) {
            builder.takes(a, builder.input(new Drawn("a" + a, "duration"), times.get(a)));
        }
        return builder;
    }

    static SimulationResult run(ModelBuilder builder) {
        return run(builder.build(), RUNS, 1);
    }

    static SimulationResult run(Model model, int runs, int threads) {
        return Simulation.run(model, new Simulation.Extent(runs, threads), Cancellation.NEVER);
    }

    static double days(SimulationResult result, int percent) {
        return result.finish().percentile(Ratio.percent(percent)).days();
    }
}
