package dev.groundplan.core.plan;

import java.util.Optional;

/** Why a value is what it is. */
public sealed interface Origin {

    /** The architect wrote it. */
    record Written(SourceRange range, Optional<String> because) implements Origin {}

    /** It stands in the catalogue under this entry. */
    record FromCatalogue(String entry, Source source, SourceRange range) implements Origin {}

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
            case FromCatalogue(var entry, var source, SourceRange range) -> Optional.of(range);
            case Assumed a -> Optional.empty();
            case Computed c -> Optional.empty();
        };
    }
}
