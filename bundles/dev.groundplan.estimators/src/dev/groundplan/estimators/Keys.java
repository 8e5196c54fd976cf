package dev.groundplan.estimators;

import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stage;
import java.util.ArrayList;
import java.util.List;

/** The keys of one subject's results. A block without a name of its own leaves its name out. */
record Keys(List<String> prefix) {
    Keys(String... prefix) {
        this(List.of(prefix));
    }

    static Keys of(ModelChoice choice) {
        return choice.name().equals("model") ? new Keys("model") : new Keys("model", choice.name());
    }

    static Keys of(Stage stage) {
        return new Keys("training", stage.name());
    }

    static Keys of(Serving serving) {
        return serving.name().equals("deployment")
                ? new Keys("serving")
                : new Keys("serving", serving.name());
    }

    ResultKey key(String... rest) {
        List<String> segments = new ArrayList<>(prefix);
        segments.addAll(List.of(rest));
        return new ResultKey(segments);
    }
}
