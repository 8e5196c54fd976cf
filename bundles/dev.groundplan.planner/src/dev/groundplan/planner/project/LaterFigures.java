package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.BusinessValue;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.Span;
import dev.groundplan.estimators.TotalCostEstimation;
import dev.groundplan.planner.simulation.Later;
import dev.groundplan.planner.simulation.Sample;
import java.util.ArrayList;
import java.util.List;

/** Total cost and return of the runs, in the place of those of medians. */
record LaterFigures(List<Span> spans, Plan plan, Later later, Figures figures) {
    private static final String GAIN =
            "in each run: value·Σ (1 + g)^m − total cost, by the same draws";

    List<Estimate<?>> estimates() {
        List<Estimate<?>> all = new ArrayList<>();
        for (int s = 0; s < spans.size(); s++) {
            add(
                    all,
                    figures.noting(
                            "in each run: cost until release + once + Σ run·Σ (1 + g)^m, by the"
                                    + " same draws; nominal: no interest and no inflation",
                            months(spans.get(s))),
                    "Total cost " + spans.get(s).over(),
                    later.total(s),
                    true,
                    "total",
                    "cost",
                    spans.get(s).name());
        }
        if (later.isEarning()) {
            returns(all);
        }
        return all;
    }

    private void returns(List<Estimate<?>> all) {
        Figures first = figures.noting("at the first month's value and cost");
        String transaction =
                plan.scope().value().flatMap(BusinessValue::transaction).orElse("transaction");
        add(all, first, "Value a month", later.earned(), true, "value", "month");
        add(
                all,
                first,
                "Running cost of a " + transaction,
                later.perTransaction(),
                false,
                "value",
                "cost-per-transaction");
        add(
                all,
                first.noting(
                        Math.round(TotalCostEstimation.NEVER.months())
                                + " months after release stand for never"),
                "Time after release until it has paid for itself",
                later.payback(TotalCostEstimation.NEVER),
                false,
                "value",
                "payback");
        add(
                all,
                figures.noting(GAIN, months(spans.getLast())),
                "Gain over the horizon",
                later.gain(spans.size() - 1),
                true,
                "value",
                "gain");
        Money nothing = Money.zero(plan.currency());
        for (int s = 0; s < spans.size(); s++) {
            Sample<Money> gain = later.gain(s);
            if (gain.isFinite()) {
                all.add(
                        figures.noting(GAIN, months(spans.get(s)))
                                .of(
                                        "Chance that it pays back " + spans.get(s).within(),
                                        Uncertain.exactly(gain.shareFrom(nothing)),
                                        Promise.CHANCE,
                                        "payback-" + spans.get(s).name()));
            }
        }
    }

    private static Input months(Span span) {
        return Input.of("m", "months after release", span.time());
    }

    /** Nothing where growth over so long is beyond all numbers. */
    private static <Q extends Quantity<Q>> void add(
            List<Estimate<?>> all,
            Figures figures,
            String title,
            Sample<Q> sample,
            boolean adds,
            String... key) {
        if (sample.isFinite()) {
            ResultKey place = ResultKey.of(key);
            all.addAll(figures.inPlace(place, title, sample));
            if (adds) {
                all.add(
                        figures.mean(
                                title + ", mean of the runs", sample.mean(), place, List.of()));
            }
        }
    }
}
