package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.planner.schedule.Network;
import java.util.List;

/**
 * What is simulated: a network of activities, the inputs that are drawn, and how durations, effort
 * and money follow from them. Immutable; made by {@link ModelBuilder}. Arrays of its own, since
 * they are read a million times.
 */
public final class Model {
    /** How an input comes about in a run. */
    enum Kind {
        EXACT,
        DRAWN,
        ROUNDS,
        CHANCE
    }

    /**
     * What is added up after the release.
     *
     * @param months over which, by span
     * @param growth input of the growth a month, or -1
     */
    record Later(double[] months, int growth) {}

    /**
     * Inputs by handle.
     *
     * @param keys of their draws; of a driver's input, of its own part
     * @param columns where the draw is kept for the sensitivities, -1 of what is exact, or does not
     *     count until release
     * @param drivers the shared driver's handle, or -1
     * @param loads weight of the driver, from -1 to 1
     * @param rests weight of the input's own part
     * @param probabilities of a chance: the input that holds it
     */
    record Inputs(
            Kind[] kinds,
            Spread[] spreads,
            long[] keys,
            int[] columns,
            int[] drivers,
            double[] loads,
            double[] rests,
            int[] probabilities) {}

    /**
     * Activities by handle.
     *
     * @param factors minutes for one base unit of the product; 0 where the duration is fixed
     * @param work whether the product is effort of people
     * @param first where the inputs of the product begin in {@code inputs}
     * @param stretches input by which the time, not the effort, is multiplied, or -1
     * @param rates input of the price of a day, or -1
     * @param worths input of what its currency is worth, or -1
     * @param parts the part of the cost that its people are, or -1
     * @param rounds input of the number of rounds, or -1
     * @param round in which of them the activity is
     * @param learning input of the share that the next round takes
     */
    record Activities(
            double[] factors,
            boolean[] work,
            int[] first,
            int[] inputs,
            int[] stretches,
            int[] rates,
            int[] worths,
            int[] parts,
            int[] rounds,
            int[] round,
            int[] learning) {}

    /**
     * Money.
     *
     * @param factors of each term
     * @param first where the inputs of each term begin in {@code inputs}
     * @param activities with which the money is spent, or -1
     * @param flows when it is paid
     * @param from moment from which it is paid by the month until the finish, or -1
     * @param parts the part of the cost that each is, or -1
     */
    record Terms(
            double[] factors,
            int[] first,
            int[] inputs,
            int[] activities,
            Flow[] flows,
            int[] from,
            int[] parts) {}

    /**
     * Checks after which a project may be given up.
     *
     * @param activities the check, by gate
     * @param chances input that is 1 when it fails, or -1
     * @param latest moment by which it must have ended
     */
    record Gates(int[] activities, int[] chances, int[] latest) {}

    final Network network;
    final int[] order;
    final CurrencyCode currency;
    final List<CostPart> parts;
    final List<Drawn> drawn;
    final long[] driverKeys;
    final Inputs inputs;
    final Activities activities;
    final Terms terms;
    final Gates gates;
    final Later later;

    /** The activity whose end is the finish, or -1: the last. */
    final int goal;

    Model(
            Network network,
            int[] order,
            CurrencyCode currency,
            List<CostPart> parts,
            List<Drawn> drawn,
            long[] driverKeys,
            Inputs inputs,
            Activities activities,
            Terms terms,
            Gates gates,
            Later later,
            int goal) {
        this.network = network;
        this.order = order;
        this.currency = currency;
        this.parts = parts;
        this.drawn = drawn;
        this.driverKeys = driverKeys;
        this.inputs = inputs;
        this.activities = activities;
        this.terms = terms;
        this.gates = gates;
        this.later = later;
        this.goal = goal;
    }

    /**
     * The same without limits of people and machines: what levelling makes of it is the difference.
     */
    public Model unlevelled() {
        return new Model(
                network.withoutResources(),
                order,
                currency,
                parts,
                drawn,
                driverKeys,
                inputs,
                activities,
                terms,
                gates,
                later,
                goal);
    }

    /** What is drawn until release: the drivers first, then the inputs that are not exact. */
    public List<Drawn> drawn() {
        return drawn;
    }

    /** What is scheduled in every run. */
    public Network network() {
        return network;
    }
}
