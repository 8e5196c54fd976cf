package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Shift;
import dev.groundplan.core.plan.SourceRange;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The analysis of a plan that says what it said before at another place of the file: the same
 * numbers and findings, each place in them moved. One instance serves one analysis.
 */
public final class Relocation {
    private final Shift shift;

    /** Results share the results that they rest on, and so do the moved ones. */
    private final Map<Estimate<?>, Estimate<?>> moved = new IdentityHashMap<>();

    /** Whether something was met that cannot be moved. */
    private boolean torn;

    private Relocation(Shift shift) {
        this.shift = shift;
    }

    /**
     * Empty when it holds a place in the changed stretch, or speaks of places of the file in words.
     *
     * @param now the same plan as read from the changed text
     */
    public static Optional<Analysis> of(Analysis before, Plan now, Shift shift) {
        if (shift.isNone()) {
            return Optional.of(
                    new Analysis(now, before.findings(), before.waived(), before.estimates()));
        }
        Relocation relocation = new Relocation(shift);
        Analysis after =
                new Analysis(
                        now,
                        before.findings().stream().map(relocation::finding).toList(),
                        before.waived().stream().map(relocation::finding).toList(),
                        before.estimates().stream()
                                .<Estimate<?>>map(relocation::estimate)
                                .toList());
        return relocation.torn ? Optional.empty() : Optional.of(after);
    }

    private SourceRange range(SourceRange range) {
        Optional<SourceRange> there = shift.of(range);
        torn |= there.isEmpty();
        return there.orElse(range);
    }

    private Finding finding(Finding finding) {
        finding.message().arguments().values().forEach(this::words);
        return new Finding(
                finding.rule(),
                finding.severity(),
                range(finding.range()),
                finding.subject(),
                finding.message(),
                finding.fixes().stream().map(this::fix).toList(),
                finding.scenario());
    }

    /** Words such as {@code plan.genai:12} would name the old line. */
    private void words(String text) {
        torn |= text.contains(shift.file() + ":");
    }

    private Fix fix(Fix fix) {
        words(fix.title());
        fix.effect().values().forEach(this::words);
        return fix.by(fix.changes().stream().map(this::change).toList());
    }

    private Change change(Change change) {
        return switch (change) {
            case Change.Replace(var subject, var range, var text) ->
                    new Change.Replace(subject, range(range), text);
            case Change.Widen(var subject, var range, var spread) ->
                    new Change.Widen(subject, range(range), spread);
            case Change.Set set -> set;
            case Change.Insert insert -> insert;
            case Change.Remove remove -> remove;
            case Change.Rename rename -> rename;
        };
    }

    private Estimate<?> estimate(Estimate<?> estimate) {
        Estimate<?> known = moved.get(estimate);
        if (known == null) {
            Derivation derivation = derivation(estimate.derivation());
            known = derivation == estimate.derivation() ? estimate : estimate.by(derivation);
            moved.put(estimate, known);
        }
        return known;
    }

    private Derivation derivation(Derivation derivation) {
        derivation.notes().forEach(this::words);
        List<Input> inputs = new ArrayList<>();
        boolean same = true;
        for (Input input : derivation.inputs()) {
            Input there = input(input);
            same &= there == input;
            inputs.add(there);
        }
        return same
                ? derivation
                : new Derivation(
                        derivation.estimator(), derivation.formula(), inputs, derivation.notes());
    }

    private Input input(Input input) {
        Origin origin = origin(input.origin());
        Optional<Estimate<?>> estimate = input.estimate().map(this::estimate);
        boolean same =
                origin == input.origin() && estimate.orElse(null) == input.estimate().orElse(null);
        return same
                ? input
                : new Input(
                        input.symbol(),
                        input.meaning(),
                        input.shown(),
                        input.range(),
                        origin,
                        estimate);
    }

    private Origin origin(Origin origin) {
        return switch (origin) {
            case Origin.Written(SourceRange range, var because) -> {
                SourceRange there = range(range);
                yield there == range ? origin : new Origin.Written(there, because);
            }
            case Origin.FromCatalogue(var entry, var source, SourceRange range, var since) -> {
                SourceRange there = range(range);
                yield there == range
                        ? origin
                        : new Origin.FromCatalogue(entry, source, there, since);
            }
            case Origin.Assumed assumed -> origin;
            case Origin.Computed computed -> origin;
        };
    }
}
