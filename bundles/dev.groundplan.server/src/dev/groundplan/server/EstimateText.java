package dev.groundplan.server;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.reports.Figures;

/** Numbers, their intervals and their origins as the reports print them. */
public final class EstimateText {
    private EstimateText() {}

    /** The median, and behind it the 80 % interval when there is doubt. */
    public static String value(Uncertain<?> value) {
        return Figures.interval(value);
    }

    /** The median. */
    public static String likely(Uncertain<?> value) {
        return Figures.quantity(value.likely());
    }

    /** From the 10th to the 90th percentile; empty when there is no doubt. */
    public static String interval(Uncertain<?> value) {
        return value.isExact() ? "" : Figures.range(value);
    }

    /** Where a value comes from. */
    public static String origin(Origin origin) {
        return switch (origin) {
            case Origin.Written w ->
                    "line " + w.range().line() + w.because().map(b -> ", " + b).orElse("");
            case Origin.FromCatalogue c ->
                    "catalogue "
                            + c.entry()
                            + c.since().map(day -> ", valid from " + day).orElse("")
                            + ", "
                            + c.source();
            case Origin.Assumed a ->
                    "assumed: " + a.reason() + (a.source().isUnknown() ? "" : ", " + a.source());
            case Origin.Computed c -> "computed: " + c.key();
        };
    }

    /** The value of an input: its range when it has one. */
    public static String value(Input input) {
        return input.range().map(EstimateText::value).orElse(input.value());
    }

    /** The estimate in Markdown: title, value, formula, and one line an input. */
    static String markdown(Estimate<?> estimate, boolean withInputs) {
        StringBuilder text =
                new StringBuilder("**" + estimate.title() + "**: " + value(estimate.value()));
        text.append("  \n`").append(estimate.derivation().formula()).append('`');
        if (withInputs) {
            for (Input input : estimate.derivation().inputs()) {
                text.append("\n- ").append(input.symbol()).append(" = ").append(value(input));
                text.append(", ").append(input.meaning());
                text.append(" (").append(origin(input.origin())).append(')');
            }
            estimate.derivation().notes().forEach(note -> text.append("\n- ").append(note));
        }
        return text.toString();
    }
}
