package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the application must know that no training can have taught it, and how it gets it. */
final class Knowledge {
    /** Calls that bring documents, by the words in their names. */
    private static final List<String> FINDING = List.of("search", "retriev", "lookup", "browse");

    private Knowledge() {}

    /** Where the file says that facts must be fresh: the freshness itself, else the need. */
    static Optional<SourceRange> wanted(Plan plan) {
        return plan.scope()
                .freshness()
                .map(Stated::range)
                .or(
                        () ->
                                plan.scope().needs().stream()
                                        .filter(need -> need.value().equals("fresh-knowledge"))
                                        .map(Stated::range)
                                        .findFirst());
    }

    /** {@code facts of the last 1 day}, {@code fresh facts}. */
    static String wantedText(Plan plan) {
        return plan.scope()
                .freshness()
                .map(freshness -> "facts that are at most " + freshness.value() + " old")
                .orElse("fresh facts");
    }

    /** Whether something looks facts up while a request is answered. */
    static boolean isLookedUp(Plan plan) {
        return !plan.augmentation().steps(Retrieval.class).isEmpty()
                || plan.augmentation().steps(ToolUse.class).stream()
                        .flatMap(
                                tools ->
                                        Stream.concat(
                                                Stream.of(tools.name()), tools.allow().stream()))
                        .anyMatch(call -> FINDING.stream().anyMatch(call::contains));
    }

    /** How often it is done again while the application runs; empty when it is done once. */
    static Optional<Time> every(TuningStage stage, Plan plan) {
        return plan.operation().repeats().stream()
                .filter(repeat -> repeat.step().equals(stage.name()))
                .flatMap(repeat -> repeat.every().stream())
                .map(Stated::value)
                .findFirst();
    }

    /** Whether it is done again at least as often as the facts must be renewed. */
    static boolean isRenewedInTime(TuningStage stage, Plan plan) {
        return every(stage, plan)
                .flatMap(
                        every ->
                                plan.scope()
                                        .freshness()
                                        .map(needed -> every.compareTo(needed.value()) <= 0))
                .orElse(false);
    }

    /** A retrieval over the project's documents; over a new dataset where it has none. */
    static Fix retrieve(Plan plan) {
        List<Change> changes = new ArrayList<>();
        String corpus =
                Datasets.of(plan, Purpose.RETRIEVAL)
                        .findFirst()
                        .map(Dataset::name)
                        .orElseGet(
                                () -> {
                                    String name =
                                            TaskMetrics.free("documents", Datasets.names(plan));
                                    changes.add(Datasets.insert(plan, name, Purpose.RETRIEVAL));
                                    return name;
                                });
        List<String> taken =
                plan.augmentation().steps().stream().map(AugmentationStep::name).toList();
        changes.add(
                new Change.Insert(
                        plan.id().child("augmentation"),
                        Retrievals.block(TaskMetrics.free("search", taken), corpus, plan)));
        return new Fix("Retrieve from " + corpus, changes)
                .bringing("to do", "see whether that is what you want, the access above all");
    }
}
