package dev.groundplan.planner.simulation;

/**
 * What is drawn anew in every run. The draw depends on these two, the seed and the run's number,
 * and on nothing else: not on what other things are drawn, nor in which order.
 *
 * @param subject whose it is: the names on the way to it, without the project's
 * @param quantity what it is: effort, price, occurrence …
 */
public record Drawn(String subject, String quantity) {
    /** The subject of what moves many inputs together. */
    public static final String DRIVER = "driver";
}
