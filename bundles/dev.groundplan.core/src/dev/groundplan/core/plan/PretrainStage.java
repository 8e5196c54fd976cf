package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Training of the project's own model, from scratch or on from another one.
 *
 * @param base the model whose training is continued
 * @param tokens trained on, repetitions included
 * @param batch tokens a step
 * @param mfu steady-state utilisation by PaLM accounting, where the architect knows it
 * @param goodput productive share of the elapsed time
 * @param trials whole-run multiples spent in all
 * @param overtrained how many times the compute-optimal number of tokens is meant
 * @param checkpoint time from one checkpoint to the next
 */
public record PretrainStage(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<String> because,
        Optional<Servable> base,
        Optional<Stated<Architecture>> architecture,
        Optional<Tokenizer> tokenizer,
        Optional<Stated<Uncertain<Tokens>>> tokens,
        List<Dataset> on,
        Optional<Stated<Tokens>> sequence,
        Optional<Precision> precision,
        Optional<Stated<Tokens>> batch,
        Optional<Hardware> hardware,
        Parallel parallel,
        Optional<String> framework,
        Optional<Stated<Optimizer>> optimizer,
        Optional<Stated<Uncertain<Ratio>>> mfu,
        Optional<Stated<Uncertain<Ratio>>> goodput,
        Optional<Stated<Uncertain<Count>>> trials,
        Optional<Stated<Count>> overtrained,
        Optional<Stated<Time>> checkpoint)
        implements Stage, Servable {
    /** The same stage on other accelerators, for what-if questions. */
    public PretrainStage on(Hardware other) {
        return new PretrainStage(
                id,
                name,
                label,
                range,
                after,
                notBefore,
                because,
                base,
                architecture,
                tokenizer,
                tokens,
                on,
                sequence,
                precision,
                batch,
                Optional.of(other),
                parallel,
                framework,
                optimizer,
                mfu,
                goodput,
                trials,
                overtrained,
                checkpoint);
    }

    /** The same stage split another way. */
    public PretrainStage with(Parallel other) {
        return new PretrainStage(
                id,
                name,
                label,
                range,
                after,
                notBefore,
                because,
                base,
                architecture,
                tokenizer,
                tokens,
                on,
                sequence,
                precision,
                batch,
                hardware,
                other,
                framework,
                optimizer,
                mfu,
                goodput,
                trials,
                overtrained,
                checkpoint);
    }
}
