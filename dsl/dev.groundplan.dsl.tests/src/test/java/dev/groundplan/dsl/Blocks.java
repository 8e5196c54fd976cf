package dev.groundplan.dsl;

import java.util.Map;
import java.util.Optional;

/** The shortest text that leads into a kind of block. */
final class Blocks {
    private static final Map<String, String> WAYS =
            Map.ofEntries(
                    Map.entry("Project", "project p { @ }"),
                    Map.entry("Scope", "Project scope"),
                    Map.entry("Workload", "Scope workload"),
                    Map.entry("Service", "Scope service"),
                    Map.entry("Constraints", "Scope constraints"),
                    Map.entry("Budget", "Scope budget"),
                    Map.entry("BusinessValue", "Scope value"),
                    Map.entry("Data", "Project data"),
                    Map.entry("Dataset", "Data dataset d"),
                    Map.entry("ModelChoice", "Project model"),
                    Map.entry("Pretrain", "ModelChoice pretrain m"),
                    Map.entry("Architecture", "Pretrain architecture"),
                    Map.entry("Tokenizer", "Pretrain tokenizer"),
                    Map.entry("Parallel", "Pretrain parallel"),
                    Map.entry("Alignment", "Project alignment"),
                    Map.entry("Prompt", "Alignment prompt p"),
                    Map.entry("FineTune", "Alignment fine-tune f"),
                    Map.entry("Method", "FineTune method lora"),
                    Map.entry("Reinforce", "Alignment reinforce r"),
                    Map.entry("Evaluation", "Project evaluation"),
                    Map.entry("Gate", "Evaluation gate g"),
                    Map.entry("BenchmarkRun", "Evaluation benchmark b"),
                    Map.entry("HumanReview", "Evaluation human"),
                    Map.entry("Deployment", "Project deployment"),
                    Map.entry("Distil", "Deployment distil into m"),
                    Map.entry("Prune", "Deployment prune"),
                    Map.entry("Quantise", "Deployment quantise fp8"),
                    Map.entry("Engine", "Deployment engine vllm"),
                    Map.entry("Speculative", "Engine speculative m"),
                    Map.entry("Augmentation", "Project augmentation"),
                    Map.entry("Retrieval", "Augmentation retrieval r"),
                    Map.entry("Reasoning", "Augmentation reasoning r"),
                    Map.entry("ProgramAided", "Augmentation program-aided r"),
                    Map.entry("Tools", "Augmentation tools t"),
                    Map.entry("Guard", "Augmentation guard g"),
                    Map.entry("Cache", "Augmentation cache c"),
                    Map.entry("Flow", "Augmentation flow f"),
                    Map.entry("Team", "Project team"),
                    Map.entry("Role", "Team role r"),
                    Map.entry("Tasks", "Project tasks"),
                    Map.entry("Task", "Tasks task t"),
                    Map.entry("Approval", "Tasks approval a"),
                    Map.entry("Milestone", "Tasks milestone m"),
                    Map.entry("Operation", "Project operation"),
                    Map.entry("Phase", "Operation phase f"),
                    Map.entry("Costs", "Project costs"),
                    Map.entry("Contract", "Costs contract c"),
                    Map.entry("Risks", "Project risks"),
                    Map.entry("Risk", "Risks risk r"),
                    Map.entry("Decision", "Project decision d"),
                    Map.entry("Scenario", "Project scenario s"),
                    Map.entry("Actuals", "Project actuals"),
                    Map.entry("Actual", "Actuals few-shot"),
                    Map.entry("Checks", "Project checks"),
                    Map.entry("Model", "model m { @ }"),
                    Map.entry("Endpoint", "endpoint e { @ }"),
                    Map.entry("Accelerator", "accelerator a { @ }"),
                    Map.entry("Region", "region r { @ }"),
                    Map.entry("Licence", "licence l { @ }"),
                    Map.entry("Metric", "metric m { @ }"),
                    Map.entry("Benchmark", "benchmark b { @ }"),
                    Map.entry("Result", "result m on b 80 % { @ }"),
                    Map.entry("Rates", "rates r { @ }"),
                    Map.entry("Policy", "policy p { @ }"),
                    Map.entry("Portfolio", "portfolio p { @ }"),
                    Map.entry("Prior", "prior p { @ }"),
                    Map.entry("Settings", "settings { @ }"));

    private Blocks() {}

    /** The line in such a block, or nothing when nobody knows a way into it. */
    static Optional<String> around(String block, String line) {
        String way = WAYS.get(block);
        if (way == null) {
            return Optional.empty();
        }
        if (way.contains("@")) {
            return Optional.of(way.replace("@", line));
        }
        int space = way.indexOf(' ');
        return around(way.substring(0, space), way.substring(space + 1) + " { " + line + " }");
    }
}
