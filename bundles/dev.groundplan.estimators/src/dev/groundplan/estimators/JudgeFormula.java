package dev.groundplan.estimators;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Locale;

/**
 * What a model costs that compares two answers, and how long it takes, through a hosted endpoint.
 */
public final class JudgeFormula {
    private record Words(String prior, List<String> words) {}

    /** The more particular names stand first. */
    private static final List<Words> PRICES =
            List.of(
                    new Words("gpt-4-turbo", List.of("gpt4turbo", "gpt41106", "gpt4preview")),
                    new Words("gpt-4", List.of("gpt4")),
                    new Words("gpt-3.5", List.of("chatgpt", "gpt35")),
                    new Words("davinci", List.of("davinci")),
                    new Words("claude", List.of("claude")));

    private static final double A_MILLION = 1e6;

    private JudgeFormula() {}

    /**
     * Of so many comparisons.
     *
     * @param judge the words of a source for the model and the way of asking
     */
    public static Uncertain<Money> cost(Count comparisons, String judge, PriorSource priors) {
        double price = Likely.of(priors, "evaluation.judge.price." + priced(judge));
        double input = Likely.of(priors, "evaluation.judge.input");
        double output = Likely.of(priors, "evaluation.judge.output") * (reasons(judge) ? 10 : 1);
        // what a model writes costs three times what it reads, at most vendors
        double usd = comparisons.value() * (input + 3 * output) * price / A_MILLION;
        return Residual.around(
                Money.of(usd, CurrencyCode.USD), "evaluation.judge.cost-residual", 0, priors);
    }

    /** Until all are compared, as many asked at once as vendors' limits let. */
    public static Uncertain<Time> duration(Count comparisons, String judge, PriorSource priors) {
        double each = Likely.of(priors, "evaluation.judge.duration") * (reasons(judge) ? 2 : 1);
        return Residual.around(
                new Time(comparisons.value() * each),
                "evaluation.judge.duration-residual",
                0,
                priors);
    }

    private static String priced(String judge) {
        String text = plain(judge);
        return PRICES.stream()
                .filter(p -> p.words().stream().anyMatch(text::contains))
                .findFirst()
                .map(Words::prior)
                .orElse("open");
    }

    /** Whether it gives its reasons before it answers. */
    private static boolean reasons(String judge) {
        return plain(judge).contains("cot");
    }

    private static String plain(String judge) {
        return judge.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
