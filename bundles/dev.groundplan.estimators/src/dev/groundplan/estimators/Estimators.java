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
                new EndpointCost(),
                new FlowLatency(),
                new HostingInstead(),
                new Labelling(),
                new ParameterCount(),
                new PretrainCompute(),
                new PretrainMemory(),
                new PretrainTime(),
                new ProjectTotals(),
                new ReinforceTime(),
                new RequestTokens(),
                new RetrievalIndex(),
                new RunCost(),
                new ServingCapacity(),
                new ServingCost(),
                new ServingMemory(),
                new ServingPerformance(),
                new TotalCost(),
                new TrainableParameters(),
                new TrainingCost(),
                new TuningCompute(),
                new TuningMemory(),
                new TuningTime(),
                new WorkDates(),
                new WorkEffort());
    }
}
