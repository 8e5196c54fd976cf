package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Comparison;
import java.util.List;

/** Every report on an analysis, in the order in which the lifecycle plan shows them. */
public final class Reports {
    private static final List<Report<Analysis>> ALL =
            List.of(
                    new Summary(),
                    new ScopeReport(),
                    new OtherWays(),
                    new ModelDecision(),
                    new AdaptAndAlign(),
                    new IntegrateReport(),
                    new AroundTheModel(),
                    new Schedule(),
                    new LoadReport(),
                    new Forecast(),
                    new DistributionReport(),
                    new Tornado(),
                    new Costs(),
                    new CashFlowReport(),
                    new RiskReport(),
                    new EvaluationPlan(),
                    new CheatSheet(),
                    new Assumptions(),
                    new Sources(),
                    new FindingsReport());

    private static final List<Report<Comparison>> COMPARING =
            List.of(new SideBySide(), new DecisionReport());

    private Reports() {}

    public static List<Report<Analysis>> all() {
        return ALL;
    }

    /** Every report on a project beside its scenarios, in the order in which plans show them. */
    public static List<Report<Comparison>> comparing() {
        return COMPARING;
    }
}
