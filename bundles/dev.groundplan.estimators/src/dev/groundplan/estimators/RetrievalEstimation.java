package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimation;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it takes to make a corpus searchable and to keep it so.
 *
 * @param chunks passages in the index
 * @param tokens that are embedded once, overlaps counted twice
 * @param hours of one accelerator to embed them; empty at an endpoint
 * @param cost of embedding them once
 * @param memory of the index
 * @param refresh what keeping it fresh costs a month; empty for a corpus that never changes
 */
public record RetrievalEstimation(
        Estimate<Count> chunks,
        Estimate<Tokens> tokens,
        Optional<Estimate<Time>> hours,
        Optional<Estimate<Money>> cost,
        Estimate<Bytes> memory,
        Optional<Estimate<PricePerMonth>> refresh)
        implements Estimation {
    @Override
    public List<Estimate<?>> estimates() {
        return Stream.<Optional<? extends Estimate<?>>>of(
                        Optional.of(chunks),
                        Optional.of(tokens),
                        hours,
                        cost,
                        Optional.of(memory),
                        refresh)
                .<Estimate<?>>flatMap(Optional::stream)
                .toList();
    }
}
