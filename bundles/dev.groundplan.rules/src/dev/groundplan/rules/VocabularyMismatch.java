package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Speculation;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tokenizer;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tokenizer and an embedding, or two models that share tokens, of different vocabularies. */
public final class VocabularyMismatch implements Rule {
    /** Rows of an embedding come in multiples of this, so that matrices keep the hardware busy. */
    private static final int ROWS_AT_A_TIME = 128;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        double padding =
                facts.prior("practice.vocabulary-padding", Dimension.RATIO).likely().value();
        Stream<Finding> own =
                facts.plan().stages(PretrainStage.class).stream()
                        .flatMap(stage -> tokenizer(stage, padding).stream());
        Stream<Finding> drafts =
                facts.plan().servings().stream()
                        .flatMap(serving -> draft(serving, facts.plan(), padding).stream());
        return Stream.concat(own, drafts);
    }

    private Optional<Finding> tokenizer(PretrainStage stage, double padding) {
        Optional<Stated<Count>> tokens = stage.tokenizer().flatMap(Tokenizer::vocabulary);
        Optional<Architecture> shape = shape(stage);
        if (tokens.isEmpty() || shape.isEmpty()) {
            return Optional.empty();
        }
        long made = tokens.get().value().toLong();
        long rows = shape.get().vocabulary();
        if (made <= 0 || made <= rows && rows <= made * (1 + padding)) {
            return Optional.empty();
        }
        return Optional.of(
                finding(
                        tokens.get().range(),
                        stage.id(),
                        goesOn(stage)
                                ? otherTokens(stage, made, rows)
                                : made > rows
                                        ? tooFewRows(stage, made, rows)
                                        : tooManyRows(shape.get(), made, rows),
                        goesOn(stage) ? List.of(keep(stage)) : fixes(stage, made, rows)));
    }

    /** Whether it trains another model on, with the embedding that this has. */
    private static boolean goesOn(PretrainStage stage) {
        return stage.base().isPresent()
                && (stage.architecture().isEmpty()
                        || stage.architecture()
                                .map(Stated::value)
                                .equals(stage.base().flatMap(VocabularyMismatch::shape)));
    }

    /** Its own, or that of the model whose training goes on. */
    private static Optional<Architecture> shape(PretrainStage stage) {
        return stage.architecture()
                .map(Stated::value)
                .or(() -> stage.base().flatMap(VocabularyMismatch::shape));
    }

    private static Optional<Architecture> shape(Servable model) {
        return switch (model) {
            case ModelSpec spec -> spec.architecture().map(Stated::value);
            case PretrainStage own -> shape(own);
            case EndpointSpec endpoint -> Optional.empty();
        };
    }

    private Message tooFewRows(PretrainStage stage, long made, long rows) {
        return Message.of(
                name() + ".rows",
                "The tokenizer makes {made} tokens, and the embedding of {model} has {rows} rows:"
                        + " {missing} tokens have none, and training stops at the first of them."
                        + " The two are equal, or the rows a little more.",
                "made",
                Written.exactly(made),
                "model",
                stage.name(),
                "rows",
                Written.exactly(rows),
                "missing",
                Written.exactly(made - rows));
    }

    private Message tooManyRows(Architecture shape, long made, long rows) {
        long matrices = shape.tied() ? 1 : 2;
        return Message.of(
                name() + ".tokens",
                "The tokenizer makes {made} tokens, and the embedding has {rows} rows: {idle} of"
                        + " them, {parameters} parameters, are stored and trained for tokens that"
                        + " never come. The two are equal, or the rows a little more.",
                "made",
                Written.exactly(made),
                "rows",
                Written.exactly(rows),
                "idle",
                Written.exactly(rows - made),
                "parameters",
                new Count((double) (rows - made) * shape.hidden() * matrices).toString());
    }

    private Message otherTokens(PretrainStage stage, long made, long rows) {
        return Message.of(
                name() + ".base",
                "{stage} goes on from {base}, whose embedding has {rows} rows, with a tokenizer of"
                        + " {made} tokens: {fate}, and what the rows have learnt of words belongs to"
                        + " others now. Keep its tokenizer, or describe an architecture of its own.",
                "stage",
                stage.name(),
                "base",
                stage.base().orElseThrow().name(),
                "rows",
                Written.exactly(rows),
                "made",
                Written.exactly(made),
                "fate",
                made > rows
                        ? Written.exactly(made - rows) + " tokens have no row"
                        : Written.exactly(rows - made) + " rows have no token");
    }

    private static Fix keep(PretrainStage stage) {
        return Fix.of(
                "Keep the tokenizer of " + stage.base().orElseThrow().name(),
                new Change.Remove(stage.id().child("tokenizer"), Optional.empty()));
    }

    private static List<Fix> fixes(PretrainStage stage, long made, long rows) {
        long whole = (made + ROWS_AT_A_TIME - 1) / ROWS_AT_A_TIME * ROWS_AT_A_TIME;
        Fix tokenizer =
                Fix.of(
                        "Make a tokenizer of " + Written.exactly(rows),
                        new Change.Set(
                                stage.id().child("tokenizer"),
                                "vocabulary",
                                Written.exactly(rows)));
        return List.of(
                Fix.of(
                        "Give the embedding " + Written.exactly(whole) + " rows",
                        new Change.Set(
                                stage.id().child("architecture"),
                                "vocabulary",
                                Written.exactly(whole))),
                tokenizer);
    }

    /** A guess is checked token by token: both models must mean the same by a number. */
    private Optional<Finding> draft(Serving serving, Plan plan, double padding) {
        Optional<Servable> served =
                serving.model().or(plan::model).flatMap(ModelChoice::model).map(Stated::value);
        Optional<ModelSpec> draft =
                serving.speculation()
                        .flatMap(Speculation::draft)
                        .filter(ModelSpec.class::isInstance)
                        .map(ModelSpec.class::cast);
        Optional<Integer> rows =
                served.flatMap(model -> shape(model)).map(Architecture::vocabulary);
        Optional<Integer> guessed = draft.flatMap(m -> shape(m)).map(Architecture::vocabulary);
        if (rows.isEmpty() || guessed.isEmpty() || alike(rows.get(), guessed.get(), padding)) {
            return Optional.empty();
        }
        Speculation speculation = serving.speculation().orElseThrow();
        return Optional.of(
                finding(
                        speculation.range(),
                        serving.id(),
                        Message.of(
                                name() + ".draft",
                                "{draft} has {guessed} tokens, {model} {rows}: they come of other"
                                        + " tokenizers, and the engine cannot check the guesses of"
                                        + " the one by the other. A draft has the vocabulary of the"
                                        + " model that it guesses for.",
                                "draft",
                                draft.get().name(),
                                "guessed",
                                Written.exactly(guessed.get()),
                                "model",
                                served.get().name(),
                                "rows",
                                Written.exactly(rows.get())),
                        drafts(speculation, draft.get(), rows.get(), serving, plan, padding)));
    }

    private static boolean alike(int rows, int other, double padding) {
        return Math.max(rows, other) <= Math.min(rows, other) * (1 + padding);
    }

    /** Smaller models of the same vocabulary, nearest in size to the draft that does not fit. */
    private static List<Fix> drafts(
            Speculation speculation,
            ModelSpec draft,
            int rows,
            Serving serving,
            Plan plan,
            double padding) {
        return OtherModels.size(draft).stream()
                .flatMap(
                        size ->
                                OtherModels.nearest(
                                        size,
                                        Optional.of(draft),
                                        plan,
                                        other ->
                                                isSmall(other, size)
                                                        && shape(other)
                                                                .map(Architecture::vocabulary)
                                                                .filter(
                                                                        v ->
                                                                                alike(
                                                                                        v, rows,
                                                                                        padding))
                                                                .isPresent())
                                        .stream())
                .map(
                        other ->
                                Fix.of(
                                        "Guess with " + other.name(),
                                        new Change.Replace(
                                                serving.id(),
                                                speculation.range(),
                                                "speculative " + other.name())))
                .toList();
    }

    /** A draft much larger than was meant guesses too slowly to be of use. */
    private static boolean isSmall(ModelSpec other, Parameters draft) {
        return OtherModels.size(other).filter(s -> s.value() <= 2 * draft.value()).isPresent();
    }
}
