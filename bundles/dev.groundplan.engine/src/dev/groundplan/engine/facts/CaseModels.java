package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.estimators.ParameterBreakdown;
import dev.groundplan.estimators.ParameterFormula;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the model that a source speaks of: by the sizes that it gives, by a name that the catalogue
 * knows, or by its number of parameters.
 */
final class CaseModels {
    /** What vendors add to a name without changing the shape of the model. */
    private static final Pattern SUFFIX =
            Pattern.compile("-(base|instruct|chat|hf|it|pt|v0\\.[0-9]|[0-9]{4}|[0-9]+k)$");

    /** A size inside a name: {@code 7b}, {@code 1.8B}, {@code 350M}. */
    private static final Pattern SIZE =
            Pattern.compile("(?<![A-Za-z0-9.])([0-9]+(?:\\.[0-9]+)?)\\s*([bBmM])(?![a-zA-Z])");

    /** Active parameters inside the name of a mixture: {@code 30B-A3B}. */
    private static final Pattern ACTIVE =
            Pattern.compile("[0-9][bB][ _-][aA]([0-9]+(?:\\.[0-9]+)?)[bB](?![a-zA-Z])");

    /** Shorter names stand inside too many others. */
    private static final int TELLING = 5;

    /** Counts that agree this closely are of one model. */
    private static final double SAME_COUNT = 1e-6;

    /** A published count further off than this belongs to another model of the family. */
    private static final double SAME_MODEL = 0.2;

    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;

    private final Map<String, ModelSpec> byName = new TreeMap<>();
    private final Map<String, Parameters> sizes = new HashMap<>();

    private final double undecided;

    private CaseModels(Catalogue catalogue) {
        undecided =
                Optional.ofNullable(catalogue.priors().get("model.parameters"))
                        .map(prior -> prior.value().likely().value())
                        .orElse(BILLION);
    }

    static CaseModels of(Catalogue catalogue) {
        CaseModels models = new CaseModels(catalogue);
        // a bare family name means the first base model: the one with the least added to it
        catalogue.models().values().stream()
                .filter(model -> model.kind().isEmpty())
                .filter(m -> m.architecture().isPresent() || m.published().isPresent())
                .sorted(
                        Comparator.comparingInt((ModelSpec model) -> tail(model.name()).length())
                                .thenComparing(ModelSpec::name))
                .forEach(models::add);
        return models;
    }

    private void add(ModelSpec model) {
        sizes.put(
                model.name(),
                model.architecture()
                        .map(a -> ParameterFormula.of(a.value()).total())
                        .orElseGet(() -> model.published().orElseThrow().value()));
        String name = tail(model.name());
        byName.putIfAbsent(normal(name), model);
        // papers write GPT-2 L for its large one
        byName.putIfAbsent(normal(name.replaceFirst("-(m)edium$|-(l)arge$", "-$1$2")), model);
        String shorter = name.toLowerCase(Locale.ROOT).replaceFirst("^meta-", "");
        for (String before = ""; !before.equals(shorter); ) {
            before = shorter;
            byName.putIfAbsent(normal(shorter), model);
            shorter = SUFFIX.matcher(shorter).replaceFirst("");
        }
    }

    /** The model of a case; one of the size of an undecided plan where nobody names any. */
    CaseModel of(PublishedCase published) {
        CaseInputs inputs = published.inputs();
        OptionalDouble size = inputs.first("params", "student");
        Optional<Architecture> written = CaseArchitectures.written(inputs);
        if (written.isPresent()) {
            ParameterBreakdown counted = ParameterFormula.of(written.get());
            double total = size.orElse(counted.total().value());
            return new CaseModel(
                    written.get(),
                    true,
                    true,
                    new Parameters(total),
                    new Parameters(
                            inputs.number("active_params")
                                    .orElse(
                                            written.get().experts().isPresent()
                                                    ? counted.active().value()
                                                    : total)),
                    Optional.empty());
        }
        Optional<ModelSpec> named =
                inputs.text("model_ref")
                        .flatMap(this::named)
                        .or(() -> inputs.text("model").flatMap(this::named))
                        .filter(model -> isNear(model, size))
                        .or(() -> counted(size));
        if (named.isPresent()) {
            return known(named.get(), inputs);
        }
        OptionalDouble any = size.isPresent() ? size : sizeIn(inputs.text("model").orElse(""));
        if (any.isPresent() && any.getAsDouble() > 0) {
            return usual(
                    any.getAsDouble(),
                    inputs.number(
                            "active_params",
                            activeIn(inputs.text("model").orElse(""), any.getAsDouble())),
                    true);
        }
        // the source names its model nowhere but in the words for the case
        Optional<ModelSpec> described = named(published.name());
        if (described.isPresent()) {
            return known(described.get(), inputs);
        }
        OptionalDouble last = inputs.number("active_params");
        last = last.isPresent() ? last : sizeIn(published.name());
        // as for a plan that has not chosen its model yet
        double assumed = last.orElseGet(() -> undecided);
        return usual(assumed, activeIn(published.name(), assumed), last.isPresent());
    }

    private CaseModel known(ModelSpec model, CaseInputs inputs) {
        double total = inputs.number("params", sizes.get(model.name()).value());
        OptionalDouble given = inputs.number("active_params");
        Optional<Double> active =
                given.isPresent()
                        ? Optional.of(given.getAsDouble())
                        : model.active().map(Stated::value).map(Parameters::value);
        if (model.architecture().isEmpty()) {
            return usual(total, active.orElse(total), true);
        }
        Architecture architecture = model.architecture().get().value();
        return new CaseModel(
                architecture,
                true,
                true,
                new Parameters(total),
                new Parameters(
                        active.orElseGet(() -> ParameterFormula.of(architecture).active().value())),
                Optional.of(model));
    }

    private static CaseModel usual(double size, double active, boolean said) {
        return new CaseModel(
                CaseArchitectures.usual(new Parameters(size)),
                false,
                said,
                new Parameters(size),
                new Parameters(active),
                Optional.empty());
    }

    /** The model whose name the words are, else the longest name that stands in them. */
    Optional<ModelSpec> named(String words) {
        String normal = normal(tail(words));
        ModelSpec exact = byName.get(normal);
        if (exact != null) {
            return Optional.of(exact);
        }
        String whole = normal(words);
        ModelSpec found = null;
        int length = 0;
        for (Map.Entry<String, ModelSpec> entry : byName.entrySet()) {
            String name = entry.getKey();
            if (name.length() >= TELLING && name.length() > length && whole.contains(name)) {
                found = entry.getValue();
                length = name.length();
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean isNear(ModelSpec model, OptionalDouble size) {
        double counted = sizes.get(model.name()).value();
        return size.isEmpty() || Math.abs(size.getAsDouble() / counted - 1) < SAME_MODEL;
    }

    private Optional<ModelSpec> counted(OptionalDouble size) {
        return size.isEmpty()
                ? Optional.empty()
                : byName.values().stream()
                        .filter(
                                model ->
                                        Math.abs(
                                                        sizes.get(model.name()).value()
                                                                        / size.getAsDouble()
                                                                - 1)
                                                < SAME_COUNT)
                        .findFirst();
    }

    /** The first size that stands in words; empty for none. */
    static OptionalDouble sizeIn(String words) {
        Matcher matcher = SIZE.matcher(words.replace('-', ' ').replace('_', ' '));
        return matcher.find()
                ? OptionalDouble.of(
                        Double.parseDouble(matcher.group(1))
                                * (matcher.group(2).equalsIgnoreCase("b") ? BILLION : MILLION))
                : OptionalDouble.empty();
    }

    /** All of them in a model whose name says nothing else. */
    private static double activeIn(String words, double all) {
        Matcher matcher = ACTIVE.matcher(words);
        return matcher.find() ? Math.min(all, Double.parseDouble(matcher.group(1)) * BILLION) : all;
    }

    /** Without the organisation. */
    private static String tail(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /**
     * Letters and digits; the point inside a number, which names also write as a low line, stays as
     * {@code p}.
     */
    static String normal(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=[0-9])[._](?=[0-9])", "p")
                .replaceAll("[^a-z0-9]", "");
    }
}
