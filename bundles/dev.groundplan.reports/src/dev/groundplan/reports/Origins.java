package dev.groundplan.reports;

import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import java.util.Optional;

/** Where values come from, in words. */
final class Origins {
    private Origins() {}

    /** One word or two: who says so. */
    static String kind(Origin origin) {
        return switch (origin) {
            case Origin.Written written -> "written";
            case Origin.FromCatalogue entry -> "catalogue";
            case Origin.Assumed assumed -> "assumed";
            case Origin.Computed computed -> "computed";
        };
    }

    /** The whole reason: place, entry, source, date and confidence. */
    static String reason(Origin origin) {
        return switch (origin) {
            case Origin.Written(var range, var because) ->
                    "written in " + range + because.map(b -> ", because " + b).orElse("");
            case Origin.FromCatalogue(var entry, var source, var range, var since) ->
                    "catalogue "
                            + entry
                            + since.map(day -> ", valid from " + day).orElse("")
                            + ": "
                            + source;
            case Origin.Assumed(var reason, var source) -> "assumed: " + reason + "; " + source;
            case Origin.Computed(var key) -> "computed: " + key;
        };
    }

    static Optional<Source> source(Origin origin) {
        return switch (origin) {
            case Origin.Written written -> Optional.empty();
            case Origin.FromCatalogue entry -> Optional.of(entry.source());
            case Origin.Assumed(var reason, var source) -> Optional.of(source);
            case Origin.Computed computed -> Optional.empty();
        };
    }

    /** A value of an input as reports print it. */
    static String value(Input input) {
        return input.range().map(Figures::interval).orElse(input.value());
    }
}
