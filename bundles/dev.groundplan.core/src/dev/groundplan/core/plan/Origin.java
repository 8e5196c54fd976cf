package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.Optional;

/** Why a value is what it is. */
public sealed interface Origin {

    /** The architect wrote it. */
    record Written(SourceRange range, Optional<String> because) implements Origin {}

    /**
     * It stands in the catalogue under this entry.
     *
     * @param since the first day of a price that has one
     */
    record FromCatalogue(String entry, Source source, SourceRange range, Optional<LocalDate> since)
            implements Origin {
        public FromCatalogue(String entry, Source source, SourceRange range) {
            this(entry, source, range, Optional.empty());
        }
    }

    /** Nobody said so; the tool assumes it and says why. */
    record Assumed(String reason, Source source) implements Origin {}

    /** It follows from the inputs by the formula of this result. */
    record Computed(String key) implements Origin {}

    static Origin written(SourceRange range) {
        return new Written(range, Optional.empty());
    }

    /** The stretch of text to show for it, when there is one. */
    default Optional<SourceRange> place() {
        return switch (this) {
            case Written(SourceRange range, var because) -> Optional.of(range);
            case FromCatalogue(var entry, var source, SourceRange range, var since) ->
                    Optional.of(range);
            case Assumed a -> Optional.empty();
            case Computed c -> Optional.empty();
        };
    }
}
