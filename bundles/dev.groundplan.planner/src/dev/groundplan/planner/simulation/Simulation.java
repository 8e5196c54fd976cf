package dev.groundplan.planner.simulation;

import dev.groundplan.core.analysis.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Draws everything uncertain again and again, levels people and machines each time, and tells what
 * came of it. The result depends on the model and the number of runs alone: run by run the draws
 * are a function of seed, subject, quantity and number, and sums are formed in the order of the
 * runs, however many threads made them.
 */
public final class Simulation {
    /** Runs that a thread takes at a time. */
    private static final int PORTION = 64;

    /** A first result for whoever watches, and a better one. */
    private static final List<Integer> STAGES = List.of(256, 2_048);

    private Simulation() {}

    /**
     * How much is done, and by how many.
     *
     * @param runs at least 1
     * @param threads at least 1; changes nothing but the time it takes
     */
    public record Extent(int runs, int threads) {
        public Extent {
            if (runs < 1 || threads < 1) {
                throw new IllegalArgumentException("at least one run by one thread");
            }
        }
    }

    /** The result of all runs. */
    public static SimulationResult run(Model model, Extent extent, Cancellation cancellation) {
        return run(model, extent, cancellation, result -> {});
    }

    /**
     * The result of all runs.
     *
     * @param improving is handed the result of the first runs as soon as there is one, on the
     *     thread of the caller
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    public static SimulationResult run(
            Model model,
            Extent extent,
            Cancellation cancellation,
            Consumer<SimulationResult> improving) {
        Outcomes outcomes =
                Outcomes.of(
                        extent.runs(),
                        model.drawn.size(),
                        model.parts.size(),
                        model.later.months().length);
        List<Runner> runners = new ArrayList<>();
        for (int i = 0; i < extent.threads(); i++) {
            runners.add(new Runner(model, outcomes));
        }
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService crew = Executors.newFixedThreadPool(extent.threads())) {
            for (int stage : STAGES) {
                if (stage < extent.runs()) {
                    work(crew, runners, next, stage, cancellation);
                    improving.accept(new SimulationResult(model, outcomes, stage, runners));
                }
            }
            work(crew, runners, next, extent.runs(), cancellation);
        }
        return new SimulationResult(model, outcomes, extent.runs(), runners);
    }

    private static void work(
            ExecutorService crew,
            List<Runner> runners,
            AtomicInteger next,
            int until,
            Cancellation cancellation) {
        List<Future<?>> others = new ArrayList<>();
        for (Runner runner : runners.subList(1, runners.size())) {
            others.add(crew.submit(() -> portions(runner, next, until, cancellation)));
        }
        try {
            portions(runners.getFirst(), next, until, cancellation);
        } finally {
            others.forEach(Simulation::await);
        }
        next.set(until);
    }

    private static void portions(
            Runner runner, AtomicInteger next, int until, Cancellation cancellation) {
        for (int from = next.getAndAdd(PORTION); from < until; from = next.getAndAdd(PORTION)) {
            cancellation.check();
            for (int run = from; run < Math.min(until, from + PORTION); run++) {
                runner.run(run);
            }
        }
    }

    private static void await(Future<?> other) {
        boolean interrupted = false;
        while (true) {
            try {
                other.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
