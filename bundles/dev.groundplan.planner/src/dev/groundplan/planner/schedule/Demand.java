package dev.groundplan.planner.schedule;

/**
 * What an activity holds of a resource from its begin to its end.
 *
 * @param resource its handle
 * @param units in those of the resource: hundredths of a person, or whole accelerators
 */
public record Demand(int resource, int units) {}
