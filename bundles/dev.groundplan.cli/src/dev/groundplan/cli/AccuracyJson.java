package dev.groundplan.cli;

import dev.groundplan.core.analysis.Accuracy;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.export.JsonWriter;
import dev.groundplan.export.Numbers;
import java.util.Optional;

/** Accuracy for scripts; errors are shares of the published value. */
final class AccuracyJson {
    private AccuracyJson() {}

    static String text(Accuracy accuracy) {
        JsonWriter json = new JsonWriter();
        json.object().name("quantities").array();
        for (Accuracy.Quantity quantity : accuracy.quantities()) {
            json.object()
                    .member("quantity", quantity.name())
                    .member("rows", quantity.rows())
                    .member("covered", quantity.covered())
                    .member("sources", quantity.sources());
            member(json, "medianAbsError", quantity.median());
            member(json, "medianOverSources", quantity.overSources());
            member(json, "p90AbsError", quantity.p90());
            member(json, "bias", quantity.bias());
            member(json, "insideInterval", quantity.inside());
            member(json, "medianWidth", quantity.width());
            json.endObject();
        }
        json.endArray().name("sources").array();
        for (Accuracy.PublishedSource source : accuracy.sources()) {
            json.object()
                    .member("source", source.name())
                    .member("rows", source.rows())
                    .member("covered", source.covered());
            member(json, "medianAbsError", source.median());
            json.endObject();
        }
        json.endArray().name("rows").array();
        for (Accuracy.Row row : accuracy.rows()) {
            json.object()
                    .member("id", row.id())
                    .member("quantity", row.quantity())
                    .member("published", Numbers.number(row.published()))
                    .member("estimate", Numbers.number(row.estimate().likely()))
                    .member("low", Numbers.number(row.estimate().low()))
                    .member("high", Numbers.number(row.estimate().high()))
                    .member("error", Numbers.number(row.error()))
                    .endObject();
        }
        json.endArray().name("notCovered").array();
        for (Accuracy.NotCovered one : accuracy.notCovered()) {
            json.object()
                    .member("id", one.id())
                    .member("quantity", one.quantity())
                    .member("reason", one.reason())
                    .endObject();
        }
        json.endArray().endObject();
        return json.toString();
    }

    /** Left out where there is nothing to take a percentile of. */
    private static void member(JsonWriter json, String name, Optional<Ratio> share) {
        share.ifPresent(s -> json.member(name, Numbers.number(s)));
    }
}
