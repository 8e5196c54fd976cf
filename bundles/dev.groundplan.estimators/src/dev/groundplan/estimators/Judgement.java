package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * How much of the cost of people rests on figures for which nobody read a source. The P80 is
 * divided among the steps: each has its median, and of what the P80 lies above the median the share
 * of its own upward deviation, squared, in the sum of squares. So the shares make the whole.
 */
final class Judgement {
    private Judgement() {}

    private record Part(double median, double deviation, boolean judged) {}

    static Optional<Estimate<Ratio>> share(Plan plan, Facts facts) {
        Optional<Estimate<Money>> people =
                facts.get(ProjectTotalsEstimation.class, plan)
                        .flatMap(ProjectTotalsEstimation::people);
        List<Part> parts = plan.work().stream().flatMap(w -> part(w, facts).stream()).toList();
        double medians = parts.stream().mapToDouble(Part::median).sum();
        double squares = parts.stream().mapToDouble(p -> p.deviation() * p.deviation()).sum();
        if (people.isEmpty() || !(medians > 0) || !Double.isFinite(squares)) {
            return Optional.empty();
        }
        // above the median, a P80 lies so many of a P90's deviations
        double above = 0.8416212335729143 / 1.2815515655446004 * StrictMath.sqrt(squares);
        double judged = 0;
        for (Part part : parts) {
            if (part.judged()) {
                double risk = squares > 0 ? part.deviation() * part.deviation() / squares : 0;
                judged += part.median() + risk * above;
            }
        }
        double share = Math.min(1, judged / (medians + above));
        return new Calculation(TotalCost.NAME, "share = Σ unvalidated steps' part of the P80 / P80")
                .shown(Input.of("P80", people.get()))
                .note(
                        "a step is unvalidated when its effort rests on a figure without a source"
                                + " that somebody read; what the file says of it counts as known")
                .of(
                        new Keys("cost").key("people", "unvalidated"),
                        "Share of the cost of people that rests on judgement",
                        Ratio::new,
                        () -> share);
    }

    private static Optional<Part> part(Work work, Facts facts) {
        return facts.get(WorkEffortEstimation.class, work)
                .filter(step -> step.effort().isPresent())
                .flatMap(
                        step ->
                                Staffing.rate(step.crew().orElseThrow().role(), facts)
                                        .map(
                                                rate -> {
                                                    var effort = step.effort().get();
                                                    double price = rate.value().likely().value();
                                                    return new Part(
                                                            effort.value().likely().value() * price,
                                                            (effort.value().high().value()
                                                                            - effort.value()
                                                                                    .likely()
                                                                                    .value())
                                                                    * price,
                                                            isJudged(effort));
                                                }));
    }

    private static boolean isJudged(Estimate<?> effort) {
        return effort.derivation()
                .allInputs()
                .filter(input -> input.range().filter(range -> !range.isExact()).isPresent())
                .anyMatch(
                        input ->
                                switch (input.origin()) {
                                    case Origin.FromCatalogue c -> isUnread(c.source());
                                    case Origin.Assumed a -> isUnread(a.source());
                                    case Origin.Written w -> false;
                                    case Origin.Computed c -> false;
                                });
    }

    private static boolean isUnread(Source source) {
        return source.confidence() == Confidence.RECALLED;
    }
}
