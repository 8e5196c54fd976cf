package dev.groundplan.engine.facts;

import java.util.List;

/** Everything that is scored; one line a kind of quantity. */
final class CaseEstimators {
    private CaseEstimators() {}

    static List<CaseEstimator> all() {
        return List.of(
                new CachedKeysAndValues(),
                new CountedParameters(),
                new JudgedAnswers(),
                new ServedModels(),
                new TrainedAdapters(),
                new TrainedJobs());
    }
}
