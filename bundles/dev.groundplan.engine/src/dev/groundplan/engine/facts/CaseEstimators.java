package dev.groundplan.engine.facts;

import java.util.List;

/** Everything that is scored; one line a kind of quantity. */
final class CaseEstimators {
    private CaseEstimators() {}

    static List<CaseEstimator> all() {
        return List.of(
                new CachedKeysAndValues(),
                new CompressedModels(),
                new CountedParameters(),
                new JudgedAnswers(),
                new LabelledItems(),
                new ReinforcedModels(),
                new ServedEnergy(),
                new ServedModels(),
                new SpentEnergy(),
                new TrainedAdapters(),
                new TrainedJobs(),
                new TunedModels());
    }
}
