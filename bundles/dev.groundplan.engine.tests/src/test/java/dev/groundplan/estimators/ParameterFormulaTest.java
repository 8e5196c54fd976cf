package dev.groundplan.estimators;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ParameterFormulaTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "published-parameters.tsv",
            delimiter = '\t',
            maxCharsPerColumn = 1000)
    void countsAsPublishedToTheLastDigit(String model, long published, long active, String shape) {
        ParameterBreakdown counted = ParameterFormula.of(Shapes.of(shape));
        assertAll(
                () -> assertEquals(published, counted.total().value()),
                () -> assertEquals(active == 0 ? published : active, counted.active().value()));
    }
}
