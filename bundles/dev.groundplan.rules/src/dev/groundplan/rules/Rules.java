package dev.groundplan.rules;

import dev.groundplan.core.analysis.Rule;
import java.util.List;

/** Every rule, by name. A rule that is not listed does not run; a test sees to it. */
public final class Rules {
    private static final List<Rule> ALL =
            List.of(
                    new ArithmeticWithoutTool(),
                    new BudgetAtRisk(),
                    new CapacityBelowPeak(),
                    new CircularScenario(),
                    new ContaminatedEvaluation(),
                    new ContextTooShort(),
                    new DatasetTooSmall(),
                    new DeadlineAtRisk(),
                    new DeadlineBeforeStart(),
                    new DependencyCycle(),
                    new DuplicateName(),
                    new EarliestDayPassed(),
                    new EmptyCalendar(),
                    new EndpointRetires(),
                    new EvaluationTooSmall(),
                    new ExpiredWaiver(),
                    new FineTuneForFacts(),
                    new FirstTokenTooSlow(),
                    new HallucinationUnchecked(),
                    new HeavyCompression(),
                    new ImportOutsideRoot(),
                    new ImpossibleValue(),
                    new JudgeSameModel(),
                    new KvCacheOverflow(),
                    new LabellingOverloaded(),
                    new LanguageNotCovered(),
                    new LicenceForbidsUse(),
                    new LowQualityData(),
                    new MemoryOverflow(),
                    new MetricUnfitForTask(),
                    new MixedCurrency(),
                    new ModelDoesNotFit(),
                    new NoEffort(),
                    new NoEvaluation(),
                    new NoPromptBaseline(),
                    new NoRedundancy(),
                    new NotInTheNumbers(),
                    new OptimisticMfu(),
                    new ParameterCountMismatch(),
                    new PerTokenTooSlow(),
                    new PersonalDataUnprotected(),
                    new PointEstimate(),
                    new PolicyBroken(),
                    new PrecisionUnsupported(),
                    new PreferenceDataMissing(),
                    new PretrainWithoutNeed(),
                    new PromptTuningSmallModel(),
                    new QuantisedWithoutEvaluation(),
                    new RangeOutOfOrder(),
                    new RateLimitBelowPeak(),
                    new RemovedButNeeded(),
                    new RepeatedData(),
                    new ResidencyViolated(),
                    new RunCostOverBudget(),
                    new ShadowedCatalogueEntry(),
                    new StaleKnowledge(),
                    new StalePrice(),
                    new SyntaxError(),
                    new TaskWithoutMetric(),
                    new TokensFarFromOptimal(),
                    new UnboundedTools(),
                    new UnknownRule(),
                    new UnknownWord(),
                    new UnresolvedName(),
                    new UnsandboxedCode(),
                    new UnstaffedRole(),
                    new UnusedWaiver(),
                    new VagueScope(),
                    new VocabularyMismatch(),
                    new WrongUnit(),
                    new ZeroFailureClaim());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
