package dev.groundplan.workbench;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.server.EstimateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of the Estimate view. Below a number stand its formula and inputs, below an input that was
 * computed those of its own. Rows of two analyses are the same row when their ids are equal.
 */
sealed interface EstimateNode {
    /** Where the row stands in the tree. */
    String id();

    String title();

    /** The median, as a person reads it; empty for what is no number. */
    default String likely() {
        return "";
    }

    /** From the 10th to the 90th percentile; empty when there is no doubt. */
    default String interval() {
        return "";
    }

    /** The key of a result, the origin of an input. */
    default String source() {
        return "";
    }

    /** The stretch of text to show for it. */
    default Optional<SourceRange> place() {
        return Optional.empty();
    }

    default List<EstimateNode> children() {
        return List.of();
    }

    /** Numbers about one thing. */
    record Group(String id, String title, List<EstimateNode> children) implements EstimateNode {}

    /** A result. */
    record Result(String id, Estimate<?> estimate) implements EstimateNode {
        @Override
        public String title() {
            return estimate.title();
        }

        @Override
        public String likely() {
            return EstimateText.likely(estimate.value());
        }

        @Override
        public String interval() {
            return EstimateText.interval(estimate.value());
        }

        @Override
        public String source() {
            return estimate.key().toString();
        }

        @Override
        public Optional<SourceRange> place() {
            return estimate.derivation()
                    .allInputs()
                    .flatMap(input -> written(input.origin()).stream())
                    .findFirst();
        }

        @Override
        public List<EstimateNode> children() {
            List<EstimateNode> rows = new ArrayList<>();
            rows.add(new Note(id + "/=", estimate.derivation().formula()));
            for (Input input : estimate.derivation().inputs()) {
                rows.add(new Given(id + '/' + rows.size(), input));
            }
            for (String note : estimate.derivation().notes()) {
                rows.add(new Note(id + '/' + rows.size(), note));
            }
            return rows;
        }
    }

    /** An input of a formula. */
    record Given(String id, Input input) implements EstimateNode {
        @Override
        public String title() {
            return input.symbol() + "  " + input.meaning();
        }

        @Override
        public String likely() {
            return input.range().map(EstimateText::likely).orElse(input.value());
        }

        @Override
        public String interval() {
            return input.range().map(EstimateText::interval).orElse("");
        }

        @Override
        public String source() {
            return EstimateText.origin(input.origin());
        }

        @Override
        public Optional<SourceRange> place() {
            return written(input.origin())
                    .or(() -> input.estimate().flatMap(e -> new Result(id, e).place()));
        }

        @Override
        public List<EstimateNode> children() {
            return input.estimate().stream()
                    .flatMap(e -> new Result(id, e).children().stream())
                    .toList();
        }
    }

    /** A formula, or a remark. */
    record Note(String id, String title) implements EstimateNode {}

    private static Optional<SourceRange> written(Origin origin) {
        return origin instanceof Origin.Written(SourceRange range, var because)
                ? Optional.of(range)
                : Optional.empty();
    }
}
