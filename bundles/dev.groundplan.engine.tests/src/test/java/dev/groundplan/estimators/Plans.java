package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Augmentation;
import dev.groundplan.core.plan.Costs;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.Recompute;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.Tasks;
import dev.groundplan.core.plan.Team;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.plan.WorkBreakdown;
import dev.groundplan.core.plan.WorkSources;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.engine.Engine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small plans for tests, built by hand. */
final class Plans {
    private static final SubjectId PROJECT = SubjectId.of("test");

    Scope scope = Scope.EMPTY;

    Augmentation augmentation = Augmentation.NONE;
    Optional<Iteration> iteration = Optional.empty();

    final List<Dataset> datasets = new ArrayList<>();
    final List<ModelChoice> models = new ArrayList<>();

    final List<Stage> stages = new ArrayList<>();

    final List<Serving> servings = new ArrayList<>();

    Plan plan() {
        return new Plan(
                PROJECT,
                "test",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                SourceRange.NOWHERE,
                Optional.empty(),
                Optional.empty(),
                CurrencyCode.USD,
                List.of(),
                scope,
                datasets,
                models,
                stages,
                iteration.stream().toList(),
                Evaluation.NONE,
                servings,
                WorkBreakdown.of(
                        new WorkSources(
                                PROJECT,
                                scope,
                                datasets,
                                models,
                                stages,
                                Evaluation.NONE,
                                servings,
                                augmentation,
                                Tasks.NONE,
                                Operation.NONE)),
                augmentation,
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
                Priors.catalogue(rates()),
                List.of(),
                LocalDate.of(2026, 11, 23),
                1);
    }

    Facts facts() {
        return new Facts(plan(), Engine.estimators(), Cancellation.NEVER);
    }

    private static Map<String, RoleRate> rates() {
        PricePerDay rate = new PricePerDay(Money.of(1000, CurrencyCode.USD));
        RoleRate engineer =
                new RoleRate(
                        "ml-engineer",
                        Uncertain.of(rate.times(0.7), rate, rate.times(1.5)),
                        new Origin.Assumed("test", Source.UNKNOWN));
        return Map.of("ml-engineer", engineer, "architect", engineer);
    }

    Plans existing(Servable model) {
        models.add(
                new ModelChoice(
                        PROJECT.child("model"),
                        "model",
                        SourceRange.NOWHERE,
                        Optional.of(written(model)),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        return this;
    }

    static <T> Stated<T> written(T value) {
        return Stated.written(value, SourceRange.NOWHERE);
    }

    static ModelSpec model(String name, String shape) {
        Architecture architecture = Shapes.of(shape);
        return new ModelSpec(
                name,
                Optional.empty(),
                SourceRange.NOWHERE,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(written(architecture)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Source.UNKNOWN);
    }

    static Parallel recompute(Recompute how) {
        return parallel(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), how);
    }

    static Parallel parallel(
            Optional<Integer> tensor,
            Optional<Integer> pipeline,
            Optional<Integer> data,
            Optional<Integer> zero,
            Recompute how) {
        return new Parallel(
                tensor,
                pipeline,
                data,
                Optional.empty(),
                Optional.empty(),
                zero,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(written(how)),
                SourceRange.NOWHERE);
    }

    static PretrainStage pretrain(
            String shape,
            double tokens,
            int sequence,
            Optional<Hardware> hardware,
            Parallel parallel) {
        return new PretrainStage(
                PROJECT.child("model").child("base"),
                "base",
                Optional.empty(),
                SourceRange.NOWHERE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(written(Shapes.of(shape))),
                Optional.empty(),
                Optional.of(written(Uncertain.exactly(new Tokens(tokens)))),
                List.of(),
                Optional.of(written(new Tokens(sequence))),
                Optional.of(Precision.BF16),
                Optional.empty(),
                hardware,
                parallel,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static TuningStage tuning(
            TuningMethod method, List<Dataset> on, int sequence, Optional<Hardware> hardware) {
        return new TuningStage(
                PROJECT.child("alignment").child("tuned"),
                "tuned",
                Optional.empty(),
                SourceRange.NOWHERE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                written(method),
                on,
                Optional.of(written(Uncertain.exactly(Count.of(3)))),
                Optional.of(written(new Tokens(sequence))),
                Optional.empty(),
                hardware,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Parallel.NONE,
                Optional.empty());
    }

    static Dataset dataset(Optional<Double> tokens, Optional<Double> examples) {
        return new Dataset(
                PROJECT.child("data").child("corpus"),
                "corpus",
                Optional.empty(),
                SourceRange.NOWHERE,
                Optional.of(written(Purpose.TUNING)),
                examples.map(n -> written(Uncertain.exactly(new Count(n)))),
                tokens.map(n -> written(Uncertain.exactly(new Tokens(n)))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Source.UNKNOWN);
    }

    static Serving serving(Optional<Hardware> hardware) {
        return new Serving(
                PROJECT.child("deployment"),
                "deployment",
                SourceRange.NOWHERE,
                Optional.empty(),
                hardware,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
