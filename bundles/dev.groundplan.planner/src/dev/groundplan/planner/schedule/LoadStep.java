package dev.groundplan.planner.schedule;

/**
 * How much of a resource is held for a while.
 *
 * @param from moment, in minutes
 * @param until moment, in minutes
 * @param units in those of the resource
 */
public record LoadStep(int from, int until, int units) {}
