package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import java.util.ArrayList;
import java.util.List;

/** The stages that make the model fit its task, with their computing, and the loop through them. */
public final class AdaptAndAlign implements Report<Analysis> {
    @Override
    public String title() {
        return "Adapt and align";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Stage> stages =
                analysis.plan().stages().stream()
                        .filter(stage -> !(stage instanceof CompressionStage))
                        .toList();
        if (stages.isEmpty()) {
            return List.of(
                    Prose.of(
                            "The file names no stages. Prompt engineering comes first in any case"
                                    + " and is counted as work."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(what(stages));
        Table computing = computing(analysis, stages);
        if (!computing.rows().isEmpty()) {
            blocks.add(computing);
        }
        for (PretrainStage stage : analysis.plan().stages(PretrainStage.class)) {
            blocks.addAll(FromScratch.blocks(analysis, stage));
        }
        Graph graph = graph(analysis, stages);
        if (!graph.edges().isEmpty()) {
            blocks.add(graph);
        }
        analysis.plan().iteration().ifPresent(loop -> blocks.add(loop(loop)));
        return blocks;
    }

    private static Table what(List<Stage> stages) {
        Table.Builder table = Table.of("", "Stage", "Kind", "How", "Data", "On");
        for (Stage stage : stages) {
            table.row(
                    Table.Cell.of(name(stage), stage.range()),
                    Table.Cell.of(kind(stage)),
                    Table.Cell.of(how(stage)),
                    Table.Cell.of(data(stage)),
                    Table.Cell.of(stage.hardware().map(AdaptAndAlign::text).orElse("")));
        }
        return table.build();
    }

    private static Table computing(Analysis analysis, List<Stage> stages) {
        Table.Builder table =
                Table.of(
                        "Computing",
                        "Stage",
                        "#Compute of a run",
                        "#Accelerator-hours of a run",
                        "#Duration, all runs",
                        "#Memory per accelerator",
                        "#Trainable parameters",
                        "#Cost, all runs",
                        "#Electricity, all runs",
                        "#Carbon, all runs");
        for (Stage stage : stages) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(name(stage), stage.range()));
            for (String figure :
                    List.of(
                            "flop",
                            "accelerator-hours",
                            "duration",
                            "memory-per-accelerator",
                            "trainable-parameters",
                            "cost",
                            "energy",
                            "carbon")) {
                cells.add(
                        analysis.estimate(ResultKey.of("training", stage.name(), figure))
                                .map(estimate -> Table.Cell.of(estimate.value()))
                                .orElse(Table.Cell.EMPTY));
            }
            if (cells.stream().skip(1).anyMatch(cell -> cell.value().isPresent())) {
                table.row(cells.toArray(Table.Cell[]::new));
            }
        }
        return table.build();
    }

    private static Graph graph(Analysis analysis, List<Stage> stages) {
        List<Graph.Node> nodes = new ArrayList<>();
        List<Graph.Edge> edges = new ArrayList<>();
        for (Stage stage : stages) {
            nodes.add(new Graph.Node(stage.name(), name(stage), stage.range()));
            stage.after()
                    .forEach(before -> edges.add(new Graph.Edge(before, stage.name(), "then")));
        }
        for (Gate gate : analysis.plan().evaluation().gates()) {
            List<String> checked = stages.stream().filter(gate::covers).map(Stage::name).toList();
            if (!checked.isEmpty()) {
                nodes.add(new Graph.Node(gate.name(), gate.name(), gate.range()));
                checked.forEach(s -> edges.add(new Graph.Edge(s, gate.name(), "checked by")));
            }
        }
        analysis.plan()
                .iteration()
                .filter(loop -> !loop.stages().isEmpty())
                .ifPresent(
                        loop ->
                                edges.add(
                                        new Graph.Edge(
                                                loop.until(),
                                                loop.stages().getFirst(),
                                                "again until passed")));
        return new Graph("Order and loop", nodes, edges);
    }

    private static Prose loop(Iteration loop) {
        String rounds =
                loop.rounds()
                        .map(r -> ", in " + Figures.interval(r.value()) + " rounds")
                        .orElse("");
        return Prose.of(
                String.join(", ", loop.stages())
                        + " go round until "
                        + loop.until()
                        + " is passed"
                        + rounds
                        + ".");
    }

    static String name(Stage stage) {
        return stage.label().map(label -> label + " [" + stage.name() + "]").orElse(stage.name());
    }

    static String kind(Stage stage) {
        return switch (stage) {
            case PromptStage prompt -> "prompt engineering";
            case TuningStage tuning ->
                    tuning.method().value() instanceof TuningMethod.PromptTuning
                            ? "prompt tuning"
                            : "fine-tuning";
            case ReinforceStage reinforce -> "reinforcement";
            case PretrainStage pretrain -> "pre-training";
            case CompressionStage compression ->
                    switch (compression.kind()) {
                        case DISTIL -> "distillation";
                        case PRUNE -> "pruning";
                        case QUANTISE -> "quantisation";
                    };
        };
    }

    private static String how(Stage stage) {
        return switch (stage) {
            case PromptStage prompt ->
                    prompt.technique().word()
                            + prompt.shots()
                                    .map(s -> ", " + Figures.interval(s.value()) + " shots")
                                    .orElse("");
            case TuningStage tuning -> method(tuning.method().value()) + epochs(tuning);
            case ReinforceStage reinforce ->
                    reinforce.method().map(m -> m.value().title()).orElse("method not said");
            case PretrainStage pretrain ->
                    pretrain.tokens()
                            .map(tokens -> Figures.interval(tokens.value()))
                            .orElse("amount of tokens not said");
            case CompressionStage compression -> compression.scheme().orElse("");
        };
    }

    private static String method(TuningMethod method) {
        return switch (method) {
            case TuningMethod.Full full -> "all weights";
            case TuningMethod.Lora(int rank, var targets) ->
                    "LoRA, rank " + rank + ", " + String.join(", ", targets);
            case TuningMethod.Qlora(int rank, var targets, int bits) ->
                    "QLoRA, " + bits + " bits, rank " + rank + ", " + String.join(", ", targets);
            case TuningMethod.PromptTuning(int tokens) -> tokens + " virtual tokens";
        };
    }

    private static String epochs(TuningStage tuning) {
        return tuning.epochs()
                .map(epochs -> ", " + Figures.interval(epochs.value()) + " epochs")
                .orElse("");
    }

    private static String data(Stage stage) {
        return String.join(", ", stage.on().stream().map(Dataset::name).toList());
    }

    static String text(Hardware hardware) {
        return hardware.count().map(count -> count + " × ").orElse("")
                + hardware.accelerator().name()
                + hardware.region().map(region -> " in " + region).orElse("");
    }
}
