package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.plan.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** How the simulated runs spread over cost and finish. */
public final class DistributionReport implements Report<Analysis> {
    @Override
    public String title() {
        return "Distribution";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        chart(blocks, analysis, "cost", "Cost until release");
        chart(blocks, analysis, "finish", "Finish");
        return blocks;
    }

    private static void chart(List<Block> blocks, Analysis analysis, String of, String title) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Estimate<?> bin : Forecast.below(analysis, "distribution")) {
            if (bin.key().segments().get(2).equals(of)) {
                String label = bin.title().substring(title.length()).strip();
                bars.add(new Chart.Bar(label, bin.value(), SourceRange.NOWHERE));
            }
        }
        if (bars.size() > 1) {
            blocks.add(new Chart(title, "share of the runs", bars));
        }
    }
}
