package dev.groundplan.cli;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Layer;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Words;
import dev.groundplan.export.JsonWriter;
import dev.groundplan.export.Numbers;
import java.util.List;

/**
 * Numbers for scripts, in base units, each with its whole derivation. One project gives an object,
 * several give an array of them.
 */
final class EstimatesJson {
    private EstimatesJson() {}

    static String text(List<Analysis> analyses) {
        JsonWriter json = new JsonWriter();
        boolean several = analyses.size() != 1;
        if (several) {
            json.array();
        }
        analyses.forEach(analysis -> project(json, analysis));
        if (several) {
            json.endArray();
        }
        return json.toString();
    }

    private static void project(JsonWriter json, Analysis analysis) {
        Plan plan = analysis.plan();
        json.object().member("project", plan.name());
        plan.scenario().ifPresent(scenario -> json.member("scenario", scenario));
        json.member("today", plan.today().toString())
                .member("seed", plan.seed())
                .member("catalogue", plan.catalogue().version());
        json.name("estimates").array();
        for (Estimate<?> estimate : analysis.estimates()) {
            json.object()
                    .member("key", estimate.key().toString())
                    .member("title", estimate.title());
            Numbers.members(json, estimate.value());
            json.name("derivation");
            derivation(json, estimate.derivation());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void derivation(JsonWriter json, Derivation derivation) {
        json.object()
                .member("estimator", derivation.estimator())
                .member("formula", derivation.formula());
        json.name("inputs").array();
        derivation.inputs().forEach(input -> input(json, input));
        json.endArray().name("notes").array();
        derivation.notes().forEach(json::value);
        json.endArray().endObject();
    }

    private static void input(JsonWriter json, Input input) {
        json.object()
                .member("symbol", input.symbol())
                .member("meaning", input.meaning())
                .member("value", input.value());
        input.range().ifPresent(range -> Numbers.members(json, range));
        origin(json, input.origin());
        input.estimate()
                .ifPresent(
                        estimate -> {
                            json.name("derivation");
                            derivation(json, estimate.derivation());
                        });
        json.endObject();
    }

    private static void origin(JsonWriter json, Origin origin) {
        switch (origin) {
            case Origin.Written(var range, var because) -> {
                json.member("origin", "written").member("source", range.toString());
                place(json, range);
                because.ifPresent(reason -> json.member("because", reason));
            }
            case Origin.FromCatalogue(var entry, var source, var range, var since) -> {
                json.member("origin", "catalogue").member("entry", entry);
                since.ifPresent(day -> json.member("validFrom", day.toString()));
                source(json, source);
                place(json, range);
            }
            case Origin.Assumed(var reason, var source) -> {
                json.member("origin", "assumed").member("because", reason);
                source(json, source);
            }
            case Origin.Computed(var key) ->
                    json.member("origin", "computed").member("source", key).member("key", key);
        }
    }

    private static void source(JsonWriter json, Source source) {
        json.member("source", source.text());
        source.asOf().ifPresent(day -> json.member("asOf", day.toString()));
        json.member("confidence", source.confidence().word());
        if (source.layer() != Layer.BUILT_IN) {
            json.member("layer", Words.of(source.layer()));
        }
    }

    private static void place(JsonWriter json, SourceRange range) {
        if (range.isKnown()) {
            json.member("file", range.file()).member("line", range.line());
        }
    }
}
