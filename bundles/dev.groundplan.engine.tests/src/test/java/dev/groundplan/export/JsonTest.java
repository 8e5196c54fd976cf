package dev.groundplan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Flop;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerMonth;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Property(tries = 500)
    void everyTextComesBack(@ForAll String text) {
        String json = new JsonWriter().object().member("t", text).endObject().toString();
        assertEquals(text, JsonParser.parseString(json).getAsJsonObject().get("t").getAsString());
    }

    @Test
    void halvesOfPairsBreakNothing() {
        String json =
                new JsonWriter().array().value("\ud800").value("a\udc00b😀").endArray().toString();
        assertEquals("[\n  \"\\ud800\",\n  \"a\\udc00b😀\"\n]\n", json);
    }

    @Property(tries = 500)
    void everyNumberComesBack(@ForAll double number) {
        if (Double.isFinite(number)) {
            BigDecimal written = BigDecimal.valueOf(number);
            String json = new JsonWriter().array().value(written).endArray().toString();
            double read = JsonParser.parseString(json).getAsJsonArray().get(0).getAsDouble();
            assertEquals(number + 0.0, read + 0.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.80e23,1.8E+23", "651000,651000", "0.35,0.35", "1e-20,1E-20", "0,0"})
    void numbersAreLegible(BigDecimal number, String expected) {
        assertEquals(
                "[\n  " + expected + "\n]\n",
                new JsonWriter().array().value(number).endArray().toString());
    }

    @Test
    void emptyContainersStayOnOneLine() {
        String json = new JsonWriter().object().name("a").array().endArray().endObject().toString();
        assertEquals("{\n  \"a\": []\n}\n", json);
    }

    @Property(tries = 100)
    void everyBlockIsValid(@ForAll String text) {
        String json = Documents.written(new JsonExporter(), Documents.everywhere(text));
        JsonObject document = JsonParser.parseString(json).getAsJsonObject();
        assertEquals("groundplan.plan/1", document.get("schema").getAsString());
        assertEquals(text, document.get("title").getAsString());
        assertEquals(
                6,
                document.getAsJsonArray("sections")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("blocks")
                        .size());
    }

    @Test
    void unitsOfData() {
        Money usd = Money.of(2.5, CurrencyCode.USD);
        assertEquals("FLOP", Numbers.unit(new Flop(1)));
        assertEquals("USD", Numbers.unit(usd));
        assertEquals("USD per month", Numbers.unit(new PricePerMonth(usd)));
        assertFalse(Numbers.number(usd).toString().contains("E"));
    }
}
