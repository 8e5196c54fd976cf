package dev.groundplan.core.analysis;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * How far estimates lie from published cases. Errors are shares of the published value: an estimate
 * of 110 where 100 was published has the error 0.1. Percentiles are of absolute errors.
 *
 * @param notCovered cases that no estimate could be made for; each counts as a miss
 */
public record Accuracy(
        List<Quantity> quantities,
        List<PublishedSource> sources,
        List<Row> rows,
        List<NotCovered> notCovered) {
    public Accuracy {
        quantities = List.copyOf(quantities);
        sources = List.copyOf(sources);
        rows = List.copyOf(rows);
        notCovered = List.copyOf(notCovered);
    }

    /**
     * All cases of one quantity.
     *
     * @param rows how many there are
     * @param covered how many could be estimated
     * @param overSources median over the sources of each source's median absolute error, so that
     *     one long table cannot carry it
     * @param bias median of the signed errors
     * @param inside share of cases between the estimate's 10th and 90th percentile
     * @param width median of that interval's width over the estimate
     */
    public record Quantity(
            String name,
            int rows,
            int covered,
            int sources,
            Optional<Ratio> median,
            Optional<Ratio> overSources,
            Optional<Ratio> p90,
            Optional<Ratio> bias,
            Optional<Ratio> inside,
            Optional<Ratio> width) {}

    /** All cases of one source. */
    public record PublishedSource(String name, int rows, int covered, Optional<Ratio> median) {}

    /**
     * One case.
     *
     * @param unit of the published value and the estimate, in the words of the case
     * @param error signed
     */
    public record Row(
            String id,
            String quantity,
            String source,
            Count published,
            String unit,
            Uncertain<Count> estimate,
            Ratio error) {}

    /** A case without an estimate, and why. */
    public record NotCovered(String id, String quantity, String source, String reason) {}
}
