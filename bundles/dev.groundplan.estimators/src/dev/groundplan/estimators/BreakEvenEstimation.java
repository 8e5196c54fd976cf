package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.PricePerItem;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import java.util.List;

/**
 * From which load on accelerators of one's own cost less than a hosted model.
 *
 * @param request what the endpoint takes for a request
 * @param millionTokens the same for a million output tokens, their input included
 * @param rate requests a second at a usual hour at which the smallest deployment costs as much
 * @param fullLoad cost of a request on a deployment that is full at the peak, over that at the
 *     endpoint; above 1 self-hosting is dearer at every load
 */
public record BreakEvenEstimation(
        Estimate<PricePerItem> request,
        Estimate<PricePerMillionTokens> millionTokens,
        Estimate<RequestRate> rate,
        Estimate<Ratio> fullLoad)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(request, millionTokens, rate, fullLoad);
    }
}
