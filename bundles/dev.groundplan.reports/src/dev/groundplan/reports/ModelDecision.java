package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.units.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which model was chosen, why, and what else was looked at, with the licences. */
public final class ModelDecision implements Report<Analysis> {
    @Override
    public String title() {
        return "Model decision";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        if (analysis.plan().models().isEmpty()) {
            return List.of(
                    Prose.of(
                            "No model is chosen. Until one is, nothing that depends on its size is"
                                    + " estimated; `groundplan models` lists what the catalogue"
                                    + " knows."));
        }
        Map<String, LicenceTerms> licences = new LinkedHashMap<>();
        for (ModelChoice choice : analysis.plan().models()) {
            Table table = table(analysis, choice, licences);
            if (!table.rows().isEmpty()) {
                blocks.add(table);
            }
            if (choice.candidates().isEmpty() && choice.rejected().isEmpty()) {
                blocks.add(Prose.of("No alternatives are on record."));
            }
        }
        if (!licences.isEmpty()) {
            blocks.add(licences(licences));
        }
        return blocks;
    }

    private static Table table(
            Analysis analysis, ModelChoice choice, Map<String, LicenceTerms> licences) {
        boolean several = analysis.plan().models().size() > 1;
        Table.Builder table =
                Table.of(
                        several ? choice.name() : "",
                        "Model",
                        "Decision",
                        "Why",
                        "#Parameters",
                        "#Context",
                        "Knowledge until",
                        "Licence");
        choice.model()
                .ifPresent(
                        model ->
                                row(
                                        table,
                                        model.value(),
                                        "chosen",
                                        reason(model.value(), choice),
                                        licences));
        for (Servable candidate : choice.candidates()) {
            row(table, candidate, "candidate", "", licences);
        }
        for (ModelChoice.Rejected rejected : choice.rejected()) {
            String because = rejected.because().orElse("no reason given");
            find(analysis.plan().catalogue(), rejected.model())
                    .ifPresentOrElse(
                            model -> row(table, model, "rejected", because, licences),
                            () -> table.row(rejected.model(), "rejected", because, "", "", "", ""));
        }
        return table.build();
    }

    private static String reason(Servable model, ModelChoice choice) {
        return choice.because()
                .or(() -> model instanceof PretrainStage s ? s.because() : Optional.empty())
                .orElse("no reason given");
    }

    private static Optional<Servable> find(Catalogue catalogue, String name) {
        return Optional.<Servable>ofNullable(catalogue.models().get(name))
                .or(() -> Optional.ofNullable(catalogue.endpoints().get(name)));
    }

    private static void row(
            Table.Builder table,
            Servable model,
            String decision,
            String why,
            Map<String, LicenceTerms> licences) {
        Table.Cell parameters = Table.Cell.EMPTY;
        Table.Cell context = Table.Cell.EMPTY;
        String cutoff = "";
        Optional<LicenceTerms> licence = Optional.empty();
        switch (model) {
            case ModelSpec spec -> {
                parameters = Catalogues.parameters(spec);
                context = Catalogues.context(spec);
                cutoff = spec.cutoff().map(Object::toString).orElse("unknown");
                licence = spec.licence();
            }
            case EndpointSpec spec -> {
                parameters = Table.Cell.of("not published");
                context = spec.context().map(Table.Cell::exactly).orElse(Table.Cell.EMPTY);
                cutoff = spec.cutoff().map(Object::toString).orElse("unknown");
                licence = spec.licence();
            }
            case PretrainStage stage -> {
                parameters = Table.Cell.of("see Adapt and align");
                context =
                        stage.architecture()
                                .map(a -> Table.Cell.exactly(new Tokens(a.value().context())))
                                .orElse(Table.Cell.EMPTY);
                cutoff = "own data";
            }
        }
        licence.ifPresent(terms -> licences.putIfAbsent(terms.name(), terms));
        table.row(
                Table.Cell.of(model.name()),
                Table.Cell.of(decision),
                Table.Cell.of(why),
                parameters,
                context,
                Table.Cell.of(cutoff),
                Table.Cell.of(
                        model instanceof PretrainStage
                                ? "the project's own"
                                : licence.map(LicenceTerms::name).orElse("unknown")));
    }

    private static Table licences(Map<String, LicenceTerms> licences) {
        Table.Builder table =
                Table.of(
                        "What the licences permit, as far as a table can say; not legal advice",
                        "Licence",
                        "Commercial use",
                        "Outputs may train models",
                        "Conditions",
                        "Source");
        for (LicenceTerms terms : licences.values()) {
            List<String> conditions = new ArrayList<>();
            terms.usersBelow().ifPresent(n -> conditions.add("fewer than " + n + " monthly users"));
            if (!terms.excludes().isEmpty()) {
                conditions.add("not for " + String.join(", ", terms.excludes()));
            }
            terms.naming().ifPresent(words -> conditions.add("shows \"" + words + "\""));
            table.row(
                    Table.Cell.of(terms.label().orElse(terms.name()), terms.range()),
                    Table.Cell.of(terms.commercial().word()),
                    Table.Cell.of(
                            terms.outputsMayTrain()
                                    .map(may -> may ? "yes" : "no")
                                    .orElse("unknown")),
                    Table.Cell.of(String.join("; ", conditions)),
                    Table.Cell.of(terms.source().toString()));
        }
        return table.build();
    }
}
