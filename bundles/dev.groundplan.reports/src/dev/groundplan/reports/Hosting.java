package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;

/** From which load on one's own accelerators are cheaper than a hosted model, in a sentence. */
final class Hosting {
    private static final String ABOVE = "above which ";

    private Hosting() {}

    /** One for each deployment or hosted model that was compared. */
    static List<String> sentences(Analysis analysis) {
        List<String> said = new ArrayList<>();
        for (Estimate<?> rate : analysis.estimates()) {
            List<String> key = rate.key().segments();
            int at = key.size() - 2;
            if (at > 0 && key.get(at).equals("break-even") && key.getLast().equals("rate")) {
                List<String> full = new ArrayList<>(key.subList(0, at + 1));
                full.add("full-load");
                analysis.value(Dimension.RATIO, full.toArray(String[]::new))
                        .ifPresent(ratio -> said.add(sentence(rate, ratio)));
            }
        }
        return said;
    }

    private static String sentence(Estimate<?> rate, Uncertain<Ratio> full) {
        String title = rate.title();
        String cheaper = title.substring(title.indexOf(ABOVE) + ABOVE.length());
        String other = cheaper.replace("self-hosting is cheaper than ", "");
        if (full.low().value() >= 1) {
            return "Hosting: at no load is self-hosting cheaper than "
                    + other
                    + "; full replicas cost "
                    + Figures.interval(full)
                    + " of it a request.";
        }
        String above = "above " + Figures.interval(rate.value()) + " at a usual hour " + cheaper;
        return full.high().value() <= 1
                ? "Hosting: " + above + "."
                : "Hosting: "
                        + above
                        + " if replicas are as busy as hoped: when full they cost "
                        + Figures.interval(full)
                        + " of it a request.";
    }
}
