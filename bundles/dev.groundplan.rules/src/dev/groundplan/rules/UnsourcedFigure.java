package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.estimators.ProjectTotalsEstimation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A figure of the architect's own that says neither why nor where from. */
public final class UnsourcedFigure implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return Stream.concat(
                plan.assumptions().stream()
                        .filter(assumption -> assumption.because().isEmpty())
                        .map(assumption -> assumed(assumption, plan)),
                declared(facts).entrySet().stream()
                        .map(entry -> declared(entry.getKey(), entry.getValue(), plan)));
    }

    private Finding assumed(Assumption assumption, Plan plan) {
        return finding(
                assumption.range(),
                plan.id().child("assumptions"),
                Message.of(
                        name() + ".assumption",
                        "{subject} is set to {value} in place of what the catalogue knows, and"
                                + " nothing says why. Who doubts the plan will ask: add `because"
                                + " \"…\"`.",
                        "subject",
                        assumption.subject(),
                        "value",
                        assumption.value().toString()),
                List.of());
    }

    /** Entries of this file under the totals that name no source, with what is taken from them. */
    private static Map<String, List<Input>> declared(Facts facts) {
        Plan plan = facts.plan();
        return facts.get(ProjectTotalsEstimation.class, plan).stream()
                .flatMap(totals -> Stream.of(totals.build(), totals.run()))
                .flatMap(Optional::stream)
                .flatMap(total -> total.derivation().allInputs())
                .filter(input -> isUnsourced(input, plan))
                .distinct()
                .collect(
                        Collectors.groupingBy(
                                input -> ((Origin.FromCatalogue) input.origin()).entry(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static boolean isUnsourced(Input input, Plan plan) {
        return input.origin() instanceof Origin.FromCatalogue entry
                && entry.range().isKnown()
                && entry.range().file().equals(plan.range().file())
                && entry.source().isUnknown()
                && isOfOthers(entry.entry(), plan.catalogue());
    }

    /** What one's own people cost one knows without reading it anywhere. */
    private static boolean isOfOthers(String entry, Catalogue catalogue) {
        return catalogue.endpoints().containsKey(entry)
                || catalogue.accelerators().containsKey(entry)
                || catalogue.models().containsKey(entry)
                || catalogue.priors().containsKey(entry);
    }

    private Finding declared(String entry, List<Input> inputs, Plan plan) {
        return finding(
                inputs.getFirst().origin().place().orElseThrow(),
                plan.id(),
                Message.of(
                        name() + ".declaration",
                        "The totals rest on {figures} of {entry}, for which this file names no"
                                + " source. Add `source \"…\"  as-of` with the day on which it was"
                                + " read.",
                        "figures",
                        inputs.size() == 1 ? "a figure" : inputs.size() + " figures",
                        "entry",
                        entry),
                List.of());
    }
}
