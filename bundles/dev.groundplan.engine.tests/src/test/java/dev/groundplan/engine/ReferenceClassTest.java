package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The outside view: whole projects against durations that were published of such projects. They are
 * few, quoted, and differ in what they count, so the bounds are wide; WorkEffort's page says which
 * they are.
 */
class ReferenceClassTest {
    private static final int RUNS = 2_000;

    /** Eight people, as published of a chatbot on the own data of a company. */
    private static final String CHATBOT =
            """
            scope { goal "answer from our handbooks"  complexity moderate  users 5_000 }
            data {
              dataset handbooks { purpose retrieval  tokens 20M  access granted  quality fair }
              dataset golden    { purpose evaluation  examples 500 }
            }
            model { existing meta-llama/Llama-3.1-8B-Instruct }
            alignment { prompt p { technique few-shot  shots 5 } }
            evaluation { gate good { of p  metric exact-match on golden target 80 % } }
            augmentation { retrieval search { corpus handbooks } }
            team {
              expertise medium
              role product-owner     { people 1 }
              role architect         { people 1 }
              role ml-engineer       { people 2 }
              role software-engineer { people 2 }
              role evaluator         { people 1 }
              role operator          { people 1 }
            }
            """;

    /** Six people, as published of an assistant bought ready-made. */
    private static final String ASSISTANT =
            """
            scope { goal "help our programmers"  complexity moderate  users 500 }
            team {
              expertise medium
              role product-owner     { people 1 }
              role architect         { people 1 }
              role ml-engineer       { people 1 }
              role software-engineer { people 2 }
              role evaluator         { people 1 }
            }
            """;

    private static Analysis forecast(String body) {
        Analysis analysis = DerivedWorkTest.analysis(body);
        assertEquals(
                List.of(),
                analysis.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList());
        return Engine.create().forecast(analysis, RUNS, Cancellation.NEVER);
    }

    private static Uncertain<Time> finish(Analysis analysis) {
        return analysis.value(Dimension.TIME, "forecast", "finish").orElseThrow();
    }

    private static void isWithin(double least, double months, double most) {
        assertTrue(
                months >= least && months <= most,
                () -> months + " months are not within " + least + " and " + most);
    }

    private static double months(Time time) {
        return time.value() / Time.months(1).value();
    }

    @Test
    void aChatbotOfEightPeopleIsReleasedInThreeToTwelveMonths() {
        Uncertain<Time> finish = finish(forecast(CHATBOT));
        isWithin(3, months(finish.likely()), 12);
        // prototype to production took a median of 8 months, a chatbot 9
        isWithin(months(finish.low()), 8, months(finish.high()));
        isWithin(months(finish.low()), 9, months(finish.high()));
    }

    @Test
    void anAssistantOfSixPeopleMayBeReleasedInThreeToFourMonths() {
        Uncertain<Time> finish = finish(forecast(ASSISTANT));
        isWithin(3, months(finish.likely()), 12);
        isWithin(months(finish.low()), 4, months(finish.high()));
    }

    @Test
    void nobodyWorksMoreThanEverybodyAllTheTime() {
        Effort effort =
                forecast(CHATBOT)
                        .value(Dimension.EFFORT, "forecast", "effort")
                        .orElseThrow()
                        .likely();
        // eight people for nine months of 21 working days
        assertTrue(effort.compareTo(Effort.days(8 * 9 * 21)) < 0, effort::toString);
    }
}
