package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Time;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A retrieval of which the file does not say how it finds, or who may see what it finds. */
public final class RetrievalIncomplete implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.augmentation().steps(Retrieval.class).stream()
                .flatMap(step -> finding(step, plan).stream());
    }

    private Optional<Finding> finding(Retrieval step, Plan plan) {
        Map<String, Change> missing = new LinkedHashMap<>();
        if (step.embedding().isEmpty()) {
            Retrievals.embedding(plan)
                    .ifPresent(
                            model ->
                                    missing.put(
                                            "which model embeds",
                                            new Change.Set(step.id(), "embedding", model.name())));
        }
        if (step.index().isEmpty()) {
            missing.put("which index", new Change.Set(step.id(), "index", Retrievals.INDEX));
        }
        if (step.access().isEmpty()) {
            missing.put(
                    "who may see which passage",
                    new Change.Set(step.id(), "access", Retrievals.ACCESS));
        }
        step.corpus().forEach(corpus -> refresh(corpus, plan, missing));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        finding(
                                step.range(),
                                step.id(),
                                Message.of(
                                        name(),
                                        "{retrieval} does not say {missing}. What is found, how"
                                                + " fast, and by whom depends on it.",
                                        "retrieval",
                                        step.name(),
                                        "missing",
                                        Wording.allOf(List.copyOf(missing.keySet()))),
                                List.of(fix(missing))));
    }

    /** Only where facts must be fresh: a handbook that never changes needs none. */
    private static void refresh(Dataset corpus, Plan plan, Map<String, Change> missing) {
        Optional<Time> needed = plan.scope().freshness().map(Stated::value);
        Optional<Time> is = corpus.refresh().map(Stated::value);
        if (Knowledge.wanted(plan).isEmpty()
                || is.isPresent() && needed.isEmpty()
                || is.isPresent() && is.get().compareTo(needed.get()) <= 0) {
            return;
        }
        missing.put(
                "how "
                        + corpus.name()
                        + (is.isPresent()
                                ? ", refreshed every " + is.get() + ", gives "
                                : " is refreshed to give ")
                        + Knowledge.wantedText(plan),
                new Change.Set(corpus.id(), "refresh", needed.orElse(Time.days(1)).toString()));
    }

    private static Fix fix(Map<String, Change> missing) {
        return new Fix("Say it as is usual", List.copyOf(missing.values()))
                .bringing("to do", "see whether that is what you want, the access above all");
    }
}
