package dev.groundplan.dsl.conversion;

import dev.groundplan.dsl.model.Scaled;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;

/** Which rule of the grammar makes which value. Xtext finds the methods by their annotation. */
public class GenaiValues extends AbstractDeclarativeValueConverterService {

    /** A name without the hat that made it one. */
    @ValueConverter(rule = "Name")
    public IValueConverter<String> name() {
        return Spelled.of(Spellings::name, name -> name);
    }

    /** The content of a text. */
    @ValueConverter(rule = "STRING")
    public IValueConverter<String> text() {
        return Spelled.of(Quoted::content, Quoted::quote);
    }

    /** A number with its spelling. */
    @ValueConverter(rule = "NUMBER")
    public IValueConverter<Scaled> number() {
        return Spelled.of(Spellings::scaled, Scaled::spelling);
    }

    /** A day. */
    @ValueConverter(rule = "DATE")
    public IValueConverter<LocalDate> date() {
        return Spelled.of(Spellings::date, LocalDate::toString);
    }

    /** A month. */
    @ValueConverter(rule = "MONTH")
    public IValueConverter<YearMonth> month() {
        return Spelled.of(Spellings::month, YearMonth::toString);
    }

    /** The word {@code none}, in the place of a block. */
    @ValueConverter(rule = "Absent")
    public IValueConverter<Boolean> absent() {
        return Spelled.of(Spellings::absent, absent -> "none");
    }
}
