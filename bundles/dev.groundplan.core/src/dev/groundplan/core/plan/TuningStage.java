package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Fine-tuning or prompt tuning of the chosen model.
 *
 * @param batch sequences a step
 * @param mfu steady-state utilisation, where the architect knows it
 */
public record TuningStage(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore,
        Optional<Servable> base,
        Stated<TuningMethod> method,
        List<Dataset> on,
        Optional<Stated<Uncertain<Count>>> epochs,
        Optional<Stated<Tokens>> sequence,
        Optional<Stated<Count>> batch,
        Optional<Hardware> hardware,
        Optional<String> framework,
        Optional<Precision> precision,
        Optional<Boolean> packing,
        Optional<Stated<Optimizer>> optimizer,
        Parallel parallel,
        Optional<Stated<Uncertain<Ratio>>> mfu)
        implements Stage {
    /** The same stage by another method, for what-if questions. */
    public TuningStage with(TuningMethod other) {
        return new TuningStage(
                id,
                name,
                label,
                range,
                after,
                notBefore,
                base,
                method.map(m -> other),
                on,
                epochs,
                sequence,
                batch,
                hardware,
                framework,
                precision,
                packing,
                optimizer,
                parallel,
                mfu);
    }

    /** The same stage on other accelerators. */
    public TuningStage on(Hardware other) {
        return new TuningStage(
                id,
                name,
                label,
                range,
                after,
                notBefore,
                base,
                method,
                on,
                epochs,
                sequence,
                batch,
                Optional.of(other),
                framework,
                precision,
                packing,
                optimizer,
                parallel,
                mfu);
    }

    /** The same stage split another way. */
    public TuningStage with(Parallel other) {
        return new TuningStage(
                id, name, label, range, after, notBefore, base, method, on, epochs, sequence, batch,
                hardware, framework, precision, packing, optimizer, other, mfu);
    }
}
