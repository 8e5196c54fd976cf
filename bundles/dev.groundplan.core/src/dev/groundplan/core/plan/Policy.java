package dev.groundplan.core.plan;

import dev.groundplan.core.units.Monetary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an organisation forbids and demands, in words of a closed vocabulary. */
public record Policy(
        String name,
        Optional<String> label,
        SourceRange range,
        List<Forbid> forbids,
        List<Require> requires,
        List<Cap> caps) {
    /** A sentence of the policy. */
    public sealed interface Clause {
        SourceRange range();
    }

    /** Everything that it says: what it forbids, demands and caps. */
    public List<Clause> clauses() {
        List<Clause> all = new ArrayList<>(forbids);
        all.addAll(requires);
        all.addAll(caps);
        return all;
    }

    /** What can be forbidden. */
    public enum Forbidden {
        ENDPOINT,
        MODEL,
        ACCELERATOR,
        REGION
    }

    /** What can be demanded. */
    public enum Required {
        GATE,
        APPROVAL,
        EVALUATION,
        RETRIEVAL,
        GUARD
    }

    /** What can be capped. */
    public enum Capped {
        PRICE,
        BUILD,
        RUN
    }

    /**
     * What must not be.
     *
     * @param outside the area outside of which it must not be; left out, it must not be at all
     */
    public record Forbid(Forbidden what, Optional<String> outside, SourceRange range)
            implements Clause {}

    /**
     * What must be.
     *
     * @param before the step before which it must be
     */
    public record Require(Required what, Optional<String> before, SourceRange range)
            implements Clause {}

    /**
     * What must not cost more.
     *
     * @param limit a price an hour, an amount of money, a price a month: as the capped thing is
     *     paid
     */
    public record Cap(Capped what, Monetary<?> limit, SourceRange range) implements Clause {}
}
