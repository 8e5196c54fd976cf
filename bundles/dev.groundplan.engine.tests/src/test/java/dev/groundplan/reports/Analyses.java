package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Augmentation;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Costs;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.LifecyclePhase;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.Tasks;
import dev.groundplan.core.plan.Team;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Small analyses for tests, built by hand. */
final class Analyses {
    private static final SubjectId PROJECT = SubjectId.of("test");

    private Analyses() {}

    static Work work(String name, String... after) {
        return Work.of(PROJECT, name, "Work " + name, LifecyclePhase.SCOPE, "scope")
                .after(List.of(after));
    }

    static <Q extends Quantity<Q>> Estimate<Q> estimate(
            Uncertain<Q> value, Derivation derivation, String... key) {
        return new Estimate<>(ResultKey.of(key), String.join(" ", key), value, derivation);
    }

    static <Q extends Quantity<Q>> Estimate<Q> estimate(Uncertain<Q> value, String... key) {
        return estimate(value, Derivation.of("Test", "given"), key);
    }

    static Input assumed(String meaning, Uncertain<?> value) {
        return Input.of(
                meaning, meaning, value, new Origin.Assumed("for the test", Source.UNKNOWN));
    }

    static Analysis of(List<Work> work, Estimate<?>... estimates) {
        return new Analysis(plan(work), List.of(), List.of(), List.of(estimates));
    }

    private static Plan plan(List<Work> work) {
        return new Plan(
                PROJECT,
                "test",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                SourceRange.NOWHERE,
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 1, 11)),
                CurrencyCode.USD,
                List.of(),
                Scope.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Evaluation.NONE,
                List.of(),
                work,
                Augmentation.NONE,
                Team.NONE,
                Tasks.NONE,
                Operation.NONE,
                Costs.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Catalogue.EMPTY,
                List.of(),
                LocalDate.of(2026, 11, 23),
                1);
    }
}
