package dev.groundplan.dsl.conversion;

import java.util.function.Function;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.nodemodel.INode;

/** A converter made of two functions; the reading one throws {@link Unreadable} for people to read. */
final class Spelled<T> implements IValueConverter<T> {

    /** What is wrong with a spelling. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    private final Function<String, T> reading;
    private final Function<T, String> writing;

    private Spelled(Function<String, T> reading, Function<T, String> writing) {
        this.reading = reading;
        this.writing = writing;
    }

    static <T> Spelled<T> of(Function<String, T> reading, Function<T, String> writing) {
        return new Spelled<>(reading, writing);
    }

    @Override
    public T toValue(String spelling, INode node) {
        if (spelling == null) {
            return null;
        }
        try {
            return reading.apply(spelling);
        } catch (Unreadable e) {
            throw new ValueConverterException(e.getMessage(), node, e);
        }
    }

    @Override
    public String toString(T value) {
        return writing.apply(value);
    }
}
