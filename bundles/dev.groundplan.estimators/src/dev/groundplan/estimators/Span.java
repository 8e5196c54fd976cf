package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;

/**
 * How long after the release building and running are added up.
 *
 * @param name of its result, under {@code total.cost}
 */
public record Span(String name, Stated<Time> time) {
    private static final List<Integer> USUAL_MONTHS = List.of(24, 36);
    private static final String HORIZON = "horizon";

    /** Two usual spans to compare over, and the horizon last. */
    public static List<Span> of(Facts facts) {
        List<Span> all = new ArrayList<>();
        for (int months : USUAL_MONTHS) {
            Stated<Time> time =
                    Stated.assumed(
                            Time.months(months), "a usual span to compare over", Source.UNKNOWN);
            all.add(new Span(months + "-months", time));
        }
        all.add(new Span(HORIZON, Horizon.of(facts)));
        return List.copyOf(all);
    }

    /** What counts of it: nobody plans for more than fifty years. */
    public Time counted() {
        return Time.months(TotalCost.months(time.value()));
    }

    /** {@code over the horizon}, {@code over 24 months after release}. */
    public String over() {
        return name.equals(HORIZON)
                ? "over the horizon"
                : "over " + name.replace('-', ' ') + " after release";
    }

    /** {@code within the horizon}, {@code within 24 months after release}. */
    public String within() {
        return over().replaceFirst("over", "within");
    }
}
