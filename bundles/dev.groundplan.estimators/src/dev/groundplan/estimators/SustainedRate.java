package dev.groundplan.estimators;

import java.util.Optional;

/**
 * The rate of requests up to which a replica keeps what is promised.
 *
 * @param rate requests a second by the formula
 * @param chunk tokens of prompts a step that serve it best
 * @param correction rate by the simulation over that of the formula; 1 where the formula is good
 * @param simulated whether the simulation was asked
 * @param busy share of the slots that are taken at that rate
 */
record SustainedRate(double rate, double chunk, double correction, boolean simulated, double busy) {
    /** Requests of a simulation: 95th percentiles are then known within about a tenth. */
    static final int REQUESTS = 500;

    private static final int HALVINGS = 16;
    private static final int TRIALS = 6;

    /** Never fuller than that, whatever is promised: queues grow without end. */
    private static final double MOST_BUSY = 0.95;

    /** Where prompts and slots are busier than this, the formula is off by more than a third. */
    private static final double FORMULA_BUSY = 0.4;

    private static final double FORMULA_PROMPTS = 0.2;

    private static final double LEAST_CHUNK = 128;

    /** The formula is never taken to be more than so far off. */
    private static final double LEAST = 0.25;

    /**
     * Empty when not even an idle replica keeps it.
     *
     * @param most tokens of prompts that the engine would carry in a step
     */
    static Optional<SustainedRate> of(
            ReplicaPace pace,
            ReplicaLoad load,
            PeakLevels promised,
            double most,
            KeyedRandom random) {
        double best = 0;
        ReplicaLoad chosen = load.withChunk(most);
        for (double chunk = most; chunk >= LEAST_CHUNK; chunk /= 2) {
            ReplicaLoad tried = load.withChunk(chunk);
            double underWay = underWay(pace, tried, promised);
            if (underWay > best * 1.001) {
                best = underWay;
                chosen = tried;
            }
        }
        if (best == 0) {
            return Optional.empty();
        }
        QueueFormula formula = new QueueFormula(pace, chosen);
        double rate = formula.rate(best);
        double busy = best / chosen.slots();
        if (busy <= FORMULA_BUSY && formula.promptShare(best) <= FORMULA_PROMPTS) {
            return Optional.of(new SustainedRate(rate, chosen.chunk(), 1, false, busy));
        }
        double ceiling = formula.rate(MOST_BUSY * chosen.slots()) / rate;
        double correction =
                correction(
                        new QueueSimulation(pace, chosen, REQUESTS, random),
                        rate,
                        promised,
                        Math.max(1, ceiling));
        return Optional.of(new SustainedRate(rate, chosen.chunk(), correction, true, busy));
    }

    /** By the formula alone, for other inputs of the same replica; 0 when none is. */
    static double byFormula(ReplicaPace pace, ReplicaLoad load, PeakLevels promised) {
        double underWay = underWay(pace, load, promised);
        return underWay > 0 ? new QueueFormula(pace, load).rate(underWay) : 0;
    }

    private static double underWay(ReplicaPace pace, ReplicaLoad load, PeakLevels promised) {
        QueueFormula formula = new QueueFormula(pace, load);
        double low = 1e-3;
        double high = MOST_BUSY * load.slots();
        if (!formula.levels(low).within(promised)) {
            return 0;
        }
        if (formula.levels(high).within(promised)) {
            return high;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low * high);
            if (formula.levels(middle).within(promised)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double correction(
            QueueSimulation queue, double rate, PeakLevels promised, double ceiling) {
        double low = LEAST;
        double high = Math.min(2, ceiling);
        if (queue.keeps(promised, rate * high)) {
            return high;
        }
        for (int i = 0; i < TRIALS; i++) {
            double middle = Math.sqrt(low * high);
            if (queue.keeps(promised, rate * middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
