package dev.groundplan.core.plan;

import java.util.function.Function;

/** A value together with the reason why it is what it is. */
public record Stated<T>(T value, Origin origin) {
    public static <T> Stated<T> written(T value, SourceRange range) {
        return new Stated<>(value, Origin.written(range));
    }

    public static <T> Stated<T> assumed(T value, String reason, Source source) {
        return new Stated<>(value, new Origin.Assumed(reason, source));
    }

    public <R> Stated<R> map(Function<? super T, ? extends R> function) {
        return new Stated<>(function.apply(value), origin);
    }

    /** Where it is written, or nowhere. */
    public SourceRange range() {
        return origin.place().orElse(SourceRange.NOWHERE);
    }

    public boolean isWritten() {
        return origin instanceof Origin.Written;
    }
}
