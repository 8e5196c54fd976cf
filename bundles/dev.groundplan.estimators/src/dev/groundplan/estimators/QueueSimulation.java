package dev.groundplan.estimators;

import java.util.Arrays;

/**
 * One replica, event by event: requests arrive by chance, wait for a slot, have their prompts
 * computed in the order of their arrival in chunks that steps carry, and write their answers
 * together, a token a step. Between two events the pace is constant, so that steps need not be
 * counted one by one. The same requests come at every rate.
 */
final class QueueSimulation {
    private static final int ARRIVAL = 0;
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;

    /** Of the requests, those that meet a replica that is still filling do not count. */
    private static final int WARM_UP = 10;

    private final ReplicaPace pace;
    private final ReplicaLoad load;
    private final double[] gaps;
    private final double[] inputs;
    private final double[] outputs;
    private final double[] steps;

    /**
     * @param requests how many arrive
     */
    QueueSimulation(ReplicaPace pace, ReplicaLoad load, int requests, KeyedRandom random) {
        this.pace = pace;
        this.load = load;
        gaps = new double[requests];
        inputs = new double[requests];
        outputs = new double[requests];
        for (int i = 0; i < requests; i++) {
            gaps[i] = random.exponential(ARRIVAL, i);
            inputs[i] = length(load.input(), load.inputSpread(), random.normal(INPUT, i));
            outputs[i] = length(load.output(), load.outputSpread(), random.normal(OUTPUT, i));
        }
        steps = new double[(int) Math.clamp(Math.ceil(load.slots()), 1, 4096) + 1];
        steps[0] = pace.empty();
        for (int i = 1; i < steps.length; i++) {
            steps[i] = pace.step(i);
        }
    }

    private static double length(double mean, double spread, double normal) {
        return mean * StrictMath.exp(spread * normal - spread * spread / 2);
    }

    /** What users see when requests arrive at that rate a second. */
    PeakLevels levels(double rate) {
        return new Run(rate).levels();
    }

    /**
     * Whether the levels at that rate are within what is promised. Ends as soon as so many have
     * waited too long that the rest cannot mend it.
     */
    boolean keeps(PeakLevels promised, double rate) {
        Run run = new Run(rate);
        run.giveUpBeyond(promised.firstToken());
        PeakLevels levels = run.levels();
        return !run.isLost() && levels.within(promised);
    }

    /** Mean time to the first token. */
    double meanFirstToken(double rate) {
        Run run = new Run(rate);
        run.levels();
        return Arrays.stream(run.first, run.counted(), run.first.length).average().orElse(0);
    }

    private final class Run {
        private final double[] first = new double[gaps.length];
        private final double[] arrivals = new double[gaps.length];
        private final Ends ends = new Ends();
        private final TimeShares between = new TimeShares();
        private double now;
        private double written;
        private int admitted;
        private int computed;
        private double left;
        private double promptSeconds;
        private double promptSteps;
        private double longest = Double.POSITIVE_INFINITY;
        private int late;

        Run(double rate) {
            double at = 0;
            for (int i = 0; i < gaps.length; i++) {
                at += gaps[i] / rate;
                arrivals[i] = at;
            }
        }

        int counted() {
            return first.length / WARM_UP;
        }

        void giveUpBeyond(double firstToken) {
            longest = firstToken;
        }

        /** Whether more wait longer than that than the 95th percentile leaves out. */
        boolean isLost() {
            int counting = first.length - counted();
            return late > counting - 1 - percentile(counting);
        }

        private int percentile(int counting) {
            return (int) (0.95 * (counting - 1));
        }

        PeakLevels levels() {
            int arrived = 0;
            int done = 0;
            while (done < first.length && !isLost()) {
                admit(arrived);
                double nextArrival =
                        arrived < arrivals.length ? arrivals[arrived] : Double.POSITIVE_INFINITY;
                if (computed == admitted && ends.isEmpty()) {
                    now = Math.max(now, nextArrival);
                    arrived++;
                    continue;
                }
                double step = steps[Math.min(ends.size(), steps.length - 1)];
                double gap = computed == admitted ? step : step + promptSeconds / promptSteps;
                double prompt =
                        computed == admitted ? Double.POSITIVE_INFINITY : left * promptSteps * gap;
                double end =
                        ends.isEmpty()
                                ? Double.POSITIVE_INFINITY
                                : Math.max(0, ends.least() - written) * gap;
                double arrival = nextArrival - now;
                double span = Math.min(arrival, Math.min(prompt, end));
                between.add(gap, ends.size() * span / gap, done > counted());
                now += span;
                written += span / gap;
                if (computed < admitted) {
                    left -= span / (promptSteps * gap);
                }
                if (span == arrival) {
                    arrived++;
                } else if (span == prompt) {
                    for (; computed < admitted; computed++) {
                        first[computed] = now - arrivals[computed];
                        if (computed >= counted() && first[computed] > longest) {
                            late++;
                        }
                        ends.add(written + Math.max(0, outputs[computed] - 1));
                    }
                } else {
                    ends.removeLeast();
                    done++;
                }
            }
            double[] sorted = Arrays.copyOfRange(first, counted(), first.length);
            Arrays.sort(sorted);
            return new PeakLevels(sorted[percentile(sorted.length)], between.percentile(0.95));
        }

        /** Those that wait, as far as slots are free and a chunk holds them. */
        private void admit(int arrived) {
            if (computed < admitted) {
                return;
            }
            double tokens = 0;
            while (admitted < arrived
                    && ends.size() + admitted - computed + 1 <= Math.max(1, load.slots())
                    && (tokens == 0 || tokens + inputs[admitted] <= load.chunk())) {
                tokens += inputs[admitted++];
            }
            left = 1;
            promptSeconds = Math.max(0, pace.prompt(tokens) - steps[0]);
            promptSteps = load.steps(tokens);
        }
    }
}
