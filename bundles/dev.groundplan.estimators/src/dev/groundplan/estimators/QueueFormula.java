package dev.groundplan.estimators;

/**
 * Queueing of a replica in closed form: Sakasegawa's approximation of the wait for a slot, that of
 * a single server for the wait behind other prompts. Asked by the mean number under way, of which
 * the rate follows.
 */
record QueueFormula(ReplicaPace pace, ReplicaLoad load) {
    private static final double Z95 = 1.6448536269514722;
    private static final double TAIL = 0.05;

    /** Beyond, queues grow without end. */
    private static final double MOST = 0.999;

    /** Share of the steps from which the longest of twenty are those that carry prompts. */
    private static final double OFTEN = 0.05;

    /** Requests a second that keep so many under way, prompts computed beside the steps. */
    double rate(double underWay) {
        return 1 / (load.output() * pace.step(underWay) / underWay + pace.added(load.input()));
    }

    /** Share of the time for which prompts are under way. */
    double promptShare(double underWay) {
        return rate(underWay) * occupied(underWay);
    }

    /** What users see while so many are under way on average. */
    PeakLevels levels(double underWay) {
        double rate = rate(underWay);
        double step = pace.step(underWay);
        double slots = load.slots();
        double busy = Math.min(MOST, underWay / slots);
        double waits = StrictMath.pow(busy, StrictMath.sqrt(2 * (slots + 1)) - 1);
        double slotWait =
                tail(
                        waits,
                        (1 + load.outputVariation())
                                / 2
                                * (underWay / rate)
                                / (slots * (1 - busy)));
        double mean = prompt(load.input(), step);
        double longer = prompt(load.longInput(), step) - mean;
        double prompts = Math.min(MOST, promptShare(underWay));
        double promptWait = tail(prompts, (1 + load.inputVariation()) / 2 * mean / (1 - prompts));
        double first =
                mean
                        + StrictMath.sqrt(
                                longer * longer + promptWait * promptWait + slotWait * slotWait);
        double many = Math.min(slots, underWay + Z95 * StrictMath.sqrt(underWay));
        double carrying = rate * load.steps(load.input()) * step;
        double carried =
                carrying > OFTEN ? pace.added(Math.min(load.chunk(), load.longInput())) : 0;
        return new PeakLevels(first, pace.step(Math.max(1, many)) + carried);
    }

    /** Of computing one, a step for each chunk of it. */
    private double prompt(double tokens, double step) {
        return pace.added(tokens) + load.steps(tokens) * step;
    }

    /** What one takes from the others when steps are full of prompts. */
    private double occupied(double underWay) {
        return pace.added(load.input()) + load.input() / load.chunk() * pace.step(underWay);
    }

    /** 95th percentile of an exponential wait of those that wait at all. */
    private static double tail(double probability, double meanOfThose) {
        return probability <= TAIL ? 0 : meanOfThose * StrictMath.log(probability / TAIL);
    }
}
