package dev.groundplan.planner.simulation;

import dev.groundplan.core.analysis.ResultKey;

/**
 * A part of the cost, such as that of the people of a role. The means of the parts add up to the
 * mean of the whole.
 *
 * @param key of the same without simulation
 * @param title for people
 */
public record CostPart(ResultKey key, String title) {}
