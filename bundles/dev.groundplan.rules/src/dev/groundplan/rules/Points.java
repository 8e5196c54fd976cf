package dev.groundplan.rules;

import dev.groundplan.core.plan.AnswerCache;
import dev.groundplan.core.plan.AugmentationStep;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Cost;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReasoningStep;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Risk;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.ToolUse;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the file states a single value of a property that takes a range of what is not known. */
final class Points {
    private final Plan plan;
    private final Set<SourceRange> places = new HashSet<>();

    private Points(Plan plan) {
        this.plan = plan;
    }

    /** In the project's own file. */
    static Set<SourceRange> of(Plan plan) {
        Points points = new Points(plan);
        points.scope();
        points.data();
        plan.stages().forEach(points::stage);
        plan.iterations().forEach(iteration -> points.add(iteration.rounds()));
        points.people();
        points.serving();
        points.money();
        return points.places;
    }

    private void scope() {
        Scope scope = plan.scope();
        add(scope.users());
        for (Workload workload : scope.workloads()) {
            add(workload.cached());
            add(workload.images());
            add(workload.growth());
        }
        scope.value()
                .ifPresent(
                        value -> {
                            add(value.volume());
                            add(value.share());
                            add(value.saves());
                        });
    }

    private void data() {
        for (Dataset data : plan.datasets()) {
            add(data.examples());
            add(data.tokens());
            add(data.unique());
            // what is labelled already has been counted
            add(data.labelling());
            add(data.lead());
        }
    }

    private void stage(Stage stage) {
        switch (stage) {
            case PromptStage prompt -> {
                add(prompt.tokens());
                add(prompt.variants());
            }
            case TuningStage tuning -> {
                add(tuning.epochs());
                add(tuning.mfu());
            }
            case PretrainStage pretrain -> {
                add(pretrain.tokens());
                add(pretrain.mfu());
                add(pretrain.goodput());
                add(pretrain.trials());
            }
            case ReinforceStage reinforce -> {
                add(reinforce.preferences());
                add(reinforce.epochs());
                add(reinforce.response());
                add(reinforce.mfu());
                labour(reinforce.labelling());
            }
            case CompressionStage compression -> add(compression.tokens());
        }
    }

    private void people() {
        plan.evaluation()
                .human()
                .ifPresent(
                        human -> {
                            add(human.samples());
                            add(human.time());
                        });
        plan.team().roles().forEach(role -> add(role.rate()));
        plan.tasks().tasks().forEach(task -> labour(task.effort()));
        plan.tasks().approvals().forEach(approval -> add(approval.duration()));
        labour(plan.operation().support());
        Stream.of(plan.operation().review(), plan.operation().escalate())
                .flatMap(Optional::stream)
                .forEach(
                        work -> {
                            add(Optional.of(work.share()));
                            add(work.time());
                        });
        plan.operation().phases().forEach(phase -> add(phase.duration()));
    }

    private void serving() {
        plan.servings().forEach(serving -> add(serving.prefixCache()));
        plan.models().forEach(choice -> add(choice.share()));
        for (AugmentationStep step : plan.augmentation().steps()) {
            switch (step) {
                case ReasoningStep reasoning -> {
                    add(reasoning.samples());
                    add(reasoning.extra());
                }
                case ProgramAided program -> {
                    add(program.calls());
                    add(program.extra());
                }
                case ToolUse tools -> add(tools.extra());
                case AnswerCache cache -> add(cache.hits());
                case Retrieval retrieval -> {
                    // its properties are decided, not guessed
                }
                case Guard guard -> {
                    // likewise
                }
            }
        }
    }

    private void money() {
        for (Cost cost : plan.costs().costs()) {
            add(cost.once());
            add(cost.monthly());
        }
        for (Risk risk : plan.risks()) {
            add(risk.probability());
            add(risk.delay());
            add(risk.cost());
        }
        plan.assumptions().stream()
                .filter(assumption -> assumption.value().isExact())
                .forEach(assumption -> places.add(assumption.range()));
    }

    private <Q extends Quantity<Q>> void labour(Optional<Labour<Q>> labour) {
        add(labour.map(Labour::amount));
    }

    private void add(Optional<? extends Stated<? extends Uncertain<?>>> stated) {
        stated.filter(value -> value.isWritten() && value.value().isExact())
                .filter(value -> value.range().file().equals(plan.range().file()))
                .ifPresent(value -> places.add(value.range()));
    }
}
