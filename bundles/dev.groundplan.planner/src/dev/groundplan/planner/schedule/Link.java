package dev.groundplan.planner.schedule;

import java.util.OptionalInt;

/**
 * A member of the critical chain.
 *
 * @param activity its handle
 * @param resource the resource that the member before it had to free first; empty when this one
 *     waits for that one anyway, or is the first
 */
public record Link(int activity, OptionalInt resource) {}
