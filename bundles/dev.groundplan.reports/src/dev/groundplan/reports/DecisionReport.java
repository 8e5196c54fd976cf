package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Comparison;
import dev.groundplan.core.plan.Decision;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The choices that a file puts: options, weights, figures, and what would turn the choice. */
public final class DecisionReport implements Report<Comparison> {
    @Override
    public String title() {
        return "Decisions";
    }

    @Override
    public List<Block> render(Comparison comparison) {
        List<Block> blocks = new ArrayList<>();
        for (Decision decision : comparison.project().plan().decisions()) {
            Weighing weighing = new Weighing(decision, comparison);
            if (weighing.options().size() > 1) {
                blocks.add(figures(decision, weighing));
                blocks.add(Prose.list("What follows:", conclusions(decision, weighing)));
                turns(weighing).ifPresent(blocks::add);
            }
        }
        return blocks;
    }

    private static Table figures(Decision decision, Weighing weighing) {
        List<String> columns = new ArrayList<>(List.of("Criterion", "#Weight"));
        weighing.options().keySet().forEach(option -> columns.add("#" + option));
        Table.Builder table =
                Table.of(decision.label().orElse(decision.name()), columns.toArray(String[]::new));
        for (Decision.Criterion criterion : weighing.criteria()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(title(criterion)));
            cells.add(Table.Cell.of(percent(weighing.weight(criterion))));
            weighing.options()
                    .forEach(
                            (name, option) ->
                                    cells.add(
                                            cell(
                                                    criterion,
                                                    option,
                                                    weighing.points(name, criterion))));
            table.row(cells.toArray(Table.Cell[]::new));
        }
        if (!weighing.criteria().isEmpty()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of("Points of 100"));
            cells.add(Table.Cell.of("100 %"));
            weighing.options()
                    .keySet()
                    .forEach(name -> cells.add(Table.Cell.of(points(weighing.score(name)))));
            table.row(cells.toArray(Table.Cell[]::new));
        }
        return table.build();
    }

    private static Table.Cell cell(Decision.Criterion criterion, Analysis option, Ratio points) {
        Uncertain<?> figure = Weighing.figure(option, criterion).orElseThrow();
        return new Table.Cell(
                text(criterion, option.plan(), figure.likely()) + " (" + points(points) + ")",
                Optional.of(figure),
                option.plan().range());
    }

    private static List<String> conclusions(Decision decision, Weighing weighing) {
        List<String> said = new ArrayList<>();
        Optional<String> best = weighing.best();
        if (weighing.criteria().isEmpty()) {
            said.add("Nothing that could be weighed is known of every option.");
        } else {
            said.add(
                    best.map(name -> "By these weights, " + name + " is ahead.")
                            .orElse("By these weights, the options are level."));
        }
        if (!weighing.unknown().isEmpty()) {
            said.add(
                    "Not known of every option, and so left out: "
                            + String.join(
                                    ", ",
                                    weighing.unknown().stream().map(DecisionReport::title).toList())
                            + ".");
        }
        decision.decided()
                .ifPresent(
                        choice -> {
                            boolean against =
                                    best.filter(name -> !name.equals(choice.option())).isPresent();
                            said.add(
                                    "Decided: "
                                            + choice.option()
                                            + choice.because().map(b -> ", because " + b).orElse("")
                                            + (against ? " – against the weights." : "."));
                        });
        decision.revisit().ifPresent(when -> said.add("To be thought over again: " + when + "."));
        return said;
    }

    /** Which weight, or which figure of another option, would have to be how much. */
    private static Optional<Block> turns(Weighing weighing) {
        Optional<String> best = weighing.best();
        if (best.isEmpty()) {
            return Optional.empty();
        }
        Table.Builder table =
                Table.of(
                        "What would turn the choice away from " + best.get(),
                        "Towards",
                        "What would have to change",
                        "#From",
                        "#To");
        for (String other : weighing.options().keySet()) {
            if (other.equals(best.get())) {
                continue;
            }
            for (Decision.Criterion criterion : weighing.criteria()) {
                weighing.tippingWeight(best.get(), other, criterion)
                        .ifPresent(
                                tip ->
                                        table.row(
                                                other,
                                                "Weight of " + lower(title(criterion)),
                                                percent(weighing.weight(criterion)),
                                                percent(tip)));
                figure(table, weighing, best.get(), other, criterion);
            }
        }
        return Optional.of(
                table.isEmpty()
                        ? Prose.of(
                                "No change of one weight, or of one figure of another option, turns"
                                        + " the choice away from "
                                        + best.get()
                                        + ".")
                        : table.build());
    }

    private static void figure(
            Table.Builder table,
            Weighing weighing,
            String best,
            String other,
            Decision.Criterion criterion) {
        Analysis option = weighing.options().get(other);
        Optional<Quantity<?>> tip = weighing.tippingFigure(best, other, criterion);
        Optional<? extends Uncertain<?>> now = Weighing.figure(option, criterion);
        if (tip.isPresent() && now.isPresent()) {
            table.row(
                    other,
                    title(criterion) + " of " + other,
                    text(criterion, option.plan(), now.get().likely()),
                    text(criterion, option.plan(), tip.get()));
        }
    }

    private static String text(Decision.Criterion criterion, Plan plan, Quantity<?> figure) {
        return switch (criterion) {
            case FINISH ->
                    figure instanceof Time time
                            ? Calendar.day(plan, time).toString()
                            : Figures.quantity(figure);
            case CHANCE -> percent(new Ratio(figure.value()));
            case COST, RUN, VALUE -> Figures.quantity(figure);
        };
    }

    private static String title(Decision.Criterion criterion) {
        return switch (criterion) {
            case COST -> "Total cost over the horizon";
            case FINISH -> "Finish";
            case CHANCE -> "Chance that budget and deadline hold";
            case RUN -> "Run cost a month";
            case VALUE -> "Gain over the horizon";
        };
    }

    private static String lower(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String percent(Ratio share) {
        return Math.round(100 * share.value()) + " %";
    }

    private static String points(Ratio points) {
        return Long.toString(Math.round(100 * points.value()));
    }
}
