package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Ratio;
import java.util.List;

/**
 * What compression does to quality.
 *
 * @param quality as others published it; its title says of what
 */
public record CompressionEstimation(Estimate<Ratio> quality) implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return List.of(quality);
    }
}
