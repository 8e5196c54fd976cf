package dev.groundplan.core.plan;

import java.util.List;
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

    /** The values alone. */
    public static <T> List<T> values(List<Stated<T>> stated) {
        return stated.stream().map(Stated::value).toList();
    }

    /** Where it is written, or nowhere. */
    public SourceRange range() {
        return origin.place().orElse(SourceRange.NOWHERE);
    }

    public boolean isWritten() {
        return origin instanceof Origin.Written;
    }
}
