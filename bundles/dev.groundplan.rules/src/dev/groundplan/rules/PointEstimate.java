package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Driver;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.estimators.ProjectTotalsEstimation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A single value where nobody can know one, and much hangs on it. */
public final class PointEstimate implements Rule {
    private static final int MOST_NAMED = 5;

    /** Of a hundred lines so many speak of it. */
    private static final int OF_HUNDRED_LINES = 3;

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Set<SourceRange> points = Points.of(plan);
        Ratio spread = facts.prior("practice.point-spread", Dimension.RATIO).likely();
        // those that are ranges already count too: what is mended lets no other move up
        return drivers(facts, spread).stream()
                .limit(most(plan))
                .filter(driver -> driver.input().isPoint())
                .filter(driver -> points.contains(place(driver.input())))
                .map(driver -> finding(driver, spread, plan));
    }

    /** Of the build cost or of the running cost, whichever it moves more; the largest first. */
    private static List<Driver> drivers(Facts facts, Ratio spread) {
        Map<String, Driver> most = new LinkedHashMap<>();
        facts.get(ProjectTotalsEstimation.class, facts.plan()).stream()
                .flatMap(
                        totals ->
                                Stream.<Optional<? extends Estimate<?>>>of(
                                        totals.build(), totals.run()))
                .flatMap(Optional::stream)
                .flatMap(total -> Driver.of(total, spread).stream())
                .forEach(
                        driver ->
                                most.merge(
                                        Driver.identity(driver.input()),
                                        driver,
                                        (a, b) -> a.swing().compareTo(b.swing()) >= 0 ? a : b));
        List<Driver> sorted = new ArrayList<>(most.values());
        sorted.sort(
                Comparator.comparing(Driver::swing)
                        .reversed()
                        .thenComparing(driver -> driver.input().meaning()));
        return sorted;
    }

    private static SourceRange place(Input input) {
        return input.origin().place().orElse(SourceRange.NOWHERE);
    }

    private Finding finding(Driver driver, Ratio spread, Plan plan) {
        Input input = driver.input();
        return finding(
                place(input),
                plan.id(),
                Message.of(
                        name(),
                        "{input}: a single value, {value}, of which nobody can be so sure, and"
                                + " {one} if in doubt by {spread}. Write low..likely..high.",
                        "input",
                        input.meaning(),
                        "value",
                        input.range().orElseThrow().likely().toString(),
                        "one",
                        most(plan) == 1
                                ? "the input that moves the totals most"
                                : "one of the " + most(plan) + " inputs that move the totals most",
                        "spread",
                        spread.toString()),
                List.of(
                        Fix.of(
                                "Doubt it by " + spread + " to either side",
                                new Change.Widen(plan.id(), place(input), spread))));
    }

    private static long most(Plan plan) {
        long allowed = (long) Extent.lines(plan) * OF_HUNDRED_LINES / 100;
        return Math.clamp(allowed, 1, MOST_NAMED);
    }
}
