package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;

import java.util.ArrayList;
import java.util.List;

/** What prompts, retrieval, reasoning, tools and guards do to a request. */
public final class AroundTheModel implements Report<Analysis> {
    @Override
    public String title() {
        return "Around the model";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        if (analysis.plan().servings().isEmpty() && analysis.plan().models().isEmpty()) {
            return blocks; // nothing asks any model
        }
        FigureTable.of(analysis, "What a request asks of the model", "request")
                .ifPresent(blocks::add);
        return blocks;
    }
}
