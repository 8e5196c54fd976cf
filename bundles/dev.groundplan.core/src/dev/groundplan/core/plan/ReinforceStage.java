package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.TimePerItem;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tuning on preferences or rewards.
 *
 * @param on preferences or prompts that are there
 * @param preferences that are still to be labelled
 * @param labelling work to label one preference
 * @param raters people who label each one
 * @param response tokens generated for each prompt
 * @param batch sequences a step
 * @param mfu steady-state utilisation, where the architect knows it
 */
public record ReinforceStage(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<Servable> base,
        Optional<Stated<FeedbackMethod>> method,
        List<Dataset> on,
        Optional<Stated<Feedback>> feedback,
        Optional<Stated<Uncertain<Count>>> preferences,
        Optional<Labour<TimePerItem>> labelling,
        Optional<Stated<Count>> raters,
        Optional<Stated<Uncertain<Count>>> epochs,
        Optional<Stated<Tokens>> sequence,
        Optional<Stated<Uncertain<Tokens>>> response,
        Optional<Stated<Count>> batch,
        Optional<Hardware> hardware,
        Optional<String> framework,
        Optional<Precision> precision,
        Optional<Stated<Optimizer>> optimizer,
        Parallel parallel,
        Optional<Stated<Uncertain<Ratio>>> mfu)
        implements Stage {
    /** Where preferences or rewards come from. */
    public enum Feedback {
        HUMAN,
        AI,
        PROGRAM
    }
}
