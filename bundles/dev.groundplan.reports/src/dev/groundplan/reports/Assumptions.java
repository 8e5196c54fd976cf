package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Driver;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that nobody stated and that the numbers rest on, how wide it is, and how much of the
 * doubt in the build cost comes from it.
 */
public final class Assumptions implements Report<Analysis> {
    private record Line(Input input, double influence, double width) {}

    private static final Comparator<Line> MOST_INFLUENTIAL_FIRST =
            Comparator.comparingDouble(Line::influence)
                    .thenComparingDouble(Line::width)
                    .reversed()
                    .thenComparing(line -> line.input().meaning());

    @Override
    public String title() {
        return "Assumptions";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        List<Line> lines = lines(analysis);
        if (!lines.isEmpty()) {
            blocks.add(
                    Prose.of(
                            "What the file does not say and the numbers rest on. Width is the high"
                                    + " end over the low end of the 80 % interval; the last column"
                                    + " is by how much that alone moves the build cost. Whoever"
                                    + " knows better writes it under `assumptions`, with the"
                                    + " reason."));
            blocks.add(table(lines));
        } else {
            blocks.add(Prose.of("No number rests on anything that the file does not say."));
        }
        own(analysis).ifPresent(blocks::add);
        return blocks;
    }

    private static List<Line> lines(Analysis analysis) {
        Map<String, Ratio> swings = new HashMap<>();
        Optional<Estimate<?>> cost = analysis.estimate(ResultKey.of("build", "cost"));
        cost.ifPresent(
                c -> Driver.of(c).forEach(d -> swings.put(Driver.identity(d.input()), d.swing())));
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Input input : analysis.assumptions()) {
            double width = input.range().map(Uncertain::widthRatio).orElse(1.0);
            if (isAssumed(analysis, input, width) && seen.add(Driver.identity(input))) {
                Ratio swing = swings.getOrDefault(Driver.identity(input), Ratio.ONE);
                lines.add(new Line(input, swing.value(), width));
            }
        }
        lines.sort(MOST_INFLUENTIAL_FIRST);
        return lines;
    }

    /** Exact facts of the catalogue, such as layers of a model, are no assumptions but sources. */
    private static boolean isAssumed(Analysis analysis, Input input, double width) {
        return switch (input.origin()) {
            case Origin.Assumed assumed -> true;
            case Origin.FromCatalogue entry ->
                    width > 1 || analysis.plan().catalogue().priors().containsKey(entry.entry());
            case Origin.Written written -> false;
            case Origin.Computed computed -> false;
        };
    }

    private static Table table(List<Line> lines) {
        Table.Builder table =
                Table.of(
                        "",
                        "Assumption",
                        "#Value",
                        "#Width",
                        "Origin",
                        "Source",
                        "Confidence",
                        "#Moves the build cost by");
        for (Line line : lines) {
            Input input = line.input();
            Optional<Source> source = Origins.source(input.origin());
            table.row(
                    Table.Cell.of(IntegrateReport.capital(input.meaning())),
                    new Table.Cell(
                            Origins.value(input),
                            input.range(),
                            input.origin().place().orElse(SourceRange.NOWHERE)),
                    Table.Cell.of(line.width() == 1 ? "exact" : Figures.factor(line.width())),
                    Table.Cell.of(origin(input.origin())),
                    Table.Cell.of(source.map(Assumptions::text).orElse("")),
                    Table.Cell.of(source.map(s -> s.confidence().word()).orElse("")),
                    Table.Cell.of(
                            line.influence() < 1.005 ? "" : Figures.factor(line.influence())));
        }
        return table.build();
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case Origin.FromCatalogue entry -> "catalogue: " + entry.entry();
            case Origin.Assumed(var reason, var source) -> reason;
            case Origin.Written written -> "written";
            case Origin.Computed computed -> "computed";
        };
    }

    private static String text(Source source) {
        return (source.isUnknown() ? "unknown" : source.text())
                + source.asOf().map(day -> ", as of " + day).orElse("");
    }

    /** What the file itself puts in place of an assumption. */
    private static Optional<Block> own(Analysis analysis) {
        if (analysis.plan().assumptions().isEmpty()) {
            return Optional.empty();
        }
        Table.Builder table =
                Table.of(
                        "Set by the file in place of the tool's",
                        "What",
                        "#Value",
                        "#Width",
                        "Because");
        for (Assumption assumption : analysis.plan().assumptions()) {
            table.row(
                    Table.Cell.of(
                            assumption.kind().name().toLowerCase(java.util.Locale.ROOT)
                                    + " "
                                    + assumption.subject(),
                            assumption.range()),
                    Table.Cell.of(assumption.value()),
                    Table.Cell.of(
                            assumption.value().isExact()
                                    ? "exact"
                                    : Figures.width(assumption.value())),
                    Table.Cell.of(assumption.because().orElse("no reason given")));
        }
        return Optional.of(table.build());
    }
}
