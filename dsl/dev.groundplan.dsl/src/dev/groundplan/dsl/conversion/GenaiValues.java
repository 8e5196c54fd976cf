package dev.groundplan.dsl.conversion;

import dev.groundplan.dsl.model.Scaled;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.nodemodel.INode;

/** Which rule of the grammar makes which value; the value of all others is their text. */
public final class GenaiValues implements IValueConverterService {
    private final Map<String, IValueConverter<?>> converters =
            Map.of(
                    // a name without the hat that made it one
                    "Name", Spelled.of(Spellings::name, name -> name),
                    // the content of a text
                    "STRING", Spelled.of(Quoted::content, Quoted::quote),
                    "NUMBER", Spelled.of(Spellings::scaled, Scaled::spelling),
                    "DATE", Spelled.of(Spellings::date, LocalDate::toString),
                    "MONTH", Spelled.of(Spellings::month, YearMonth::toString),
                    // the word `none`, in the place of a block
                    "Absent", Spelled.of(Spellings::absent, absent -> "none"));

    @Override
    public Object toValue(String text, String rule, INode node) {
        IValueConverter<?> converter = converter(rule);
        return converter == null ? text : converter.toValue(text, node);
    }

    @Override
    @SuppressWarnings("unchecked") // a rule writes the values that it has read
    public String toString(Object value, String rule) {
        IValueConverter<?> converter = converter(rule);
        return converter == null
                ? String.valueOf(value)
                : ((IValueConverter<Object>) converter).toString(value);
    }

    /** By the rule's own name, which may stand behind the grammar's. */
    private IValueConverter<?> converter(String rule) {
        return converters.get(rule.substring(rule.lastIndexOf('.') + 1));
    }
}
