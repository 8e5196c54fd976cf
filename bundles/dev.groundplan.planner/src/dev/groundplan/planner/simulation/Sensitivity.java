package dev.groundplan.planner.simulation;

import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;

/**
 * How much a thing that is drawn moves cost and finish.
 *
 * @param onCost rank correlation with the cost until release, by normal scores; from -100 % to 100
 *     %
 * @param onFinish rank correlation with the finish
 * @param costLow mean cost in the fifth of the runs in which it was lowest; of something that
 *     happens or not, in the runs without it
 * @param costHigh mean cost in the fifth in which it was highest, or in the runs with it
 * @param finishLow mean finish where it was lowest
 * @param finishHigh mean finish where it was highest
 */
public record Sensitivity(
        Drawn drawn,
        Ratio onCost,
        Ratio onFinish,
        Money costLow,
        Money costHigh,
        Time finishLow,
        Time finishHigh) {}
