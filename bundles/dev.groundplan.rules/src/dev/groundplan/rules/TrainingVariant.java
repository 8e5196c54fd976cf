package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.plan.Stage;
import java.util.List;

/**
 * A training job done another way.
 *
 * @param title as a command
 * @param stage the job as it would be, for what-if questions
 * @param changes that make the file say so
 */
record TrainingVariant(String title, Stage stage, List<Change> changes) {
    static TrainingVariant of(String title, Stage stage, Change change) {
        return new TrainingVariant(title, stage, List.of(change));
    }
}
