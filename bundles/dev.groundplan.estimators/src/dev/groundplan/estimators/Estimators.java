package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import java.util.List;

/** Every estimator; one line a class, sorted. */
public final class Estimators {
    private Estimators() {}

    public static List<Estimator<?, ?>> all() {
        return List.of(
                new BreakEven(),
                new CashFlow(),
                new CompressionQuality(),
                new CompressionTime(),
                new EndpointCost(),
                new EvaluationSize(),
                new FlowLatency(),
                new HostingInstead(),
                new HumanEvaluation(),
                new LabellingEffort(),
                new ParameterCount(),
                new PreferenceLabelling(),
                new PretrainCompute(),
                new PretrainMemory(),
                new PretrainTime(),
                new ProjectEnergy(),
                new ProjectTotals(),
                new ReinforceTime(),
                new RequestTokens(),
                new RetrievalIndex(),
                new RunCost(),
                new ServingCapacity(),
                new ServingCost(),
                new ServingEnergy(),
                new ServingMemory(),
                new ServingPerformance(),
                new TotalCost(),
                new TrainableParameters(),
                new TrainingCost(),
                new TrainingEnergy(),
                new TrainingFeasibility(),
                new TuningCompute(),
                new TuningMemory(),
                new TuningTime(),
                new WorkEffort());
    }
}
