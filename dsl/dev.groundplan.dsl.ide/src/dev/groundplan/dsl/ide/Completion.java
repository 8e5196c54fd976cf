package dev.groundplan.dsl.ide;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.Properties.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What may be written at a place: words of the block, then, behind a property's word, its
 * vocabulary, the names in scope or an example, and behind a number its units.
 */
public final class Completion {
    private final Supplier<Catalogue> catalogue;

    /** The catalogue may become known later than the first question. */
    public Completion(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** Proposals for the word that ends at the offset, which may be empty; the likeliest first. */
    public List<Proposal> at(String text, int offset) {
        List<TextToken> tokens = Tokens.of(text);
        if (tokens.stream().anyMatch(t -> isInText(t, offset))) {
            return List.of();
        }
        int start = offset;
        while (start > 0 && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        int from = start;
        List<TextToken> before =
                tokens.stream()
                        .filter(t -> t.end() <= from && t.kind() != TokenKind.COMMENT)
                        .toList();
        List<Block> blocks = Blocks.of(text, tokens);
        Place place = new Place(text, before, Blocks.path(blocks, from), blocks, from);
        Draft draft = new Draft(from, text.substring(from, offset));
        propose(place, draft);
        return draft.sorted();
    }

    private static boolean isInText(TextToken token, int offset) {
        return switch (token.kind()) {
            case STRING -> offset > token.offset() && offset < token.end();
            case COMMENT -> offset > token.offset() && offset <= token.end();
            default -> false;
        };
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
    }

    /** Where the caret is: the words before it and the blocks around it. */
    private record Place(
            String text, List<TextToken> before, List<Block> path, List<Block> blocks, int start) {
        /** The words before it on its line, back to a brace. */
        List<TextToken> statement() {
            List<TextToken> words = new ArrayList<>();
            int end = start;
            for (TextToken token : before.reversed()) {
                if (token.isBrace() || text.substring(token.end(), end).indexOf('\n') >= 0) {
                    break;
                }
                words.addFirst(token);
                end = token.offset();
            }
            return words;
        }
    }

    private void propose(Place place, Draft draft) {
        Optional<EClass> type = BlockTypes.of(place.path());
        List<TextToken> statement = place.statement();
        Optional<EStructuralFeature> property = type.flatMap(t -> property(t, place, statement));
        TokenKind last = statement.isEmpty() ? TokenKind.OPEN : statement.getLast().kind();
        boolean expectsValue =
                last == TokenKind.KEYWORD
                        || last == TokenKind.PUNCTUATION
                                && statement.getLast().text(place.text()).equals(",");
        if (property.isPresent() && expectsValue) {
            values(property.get(), place, draft);
            return;
        }
        if (property.isPresent() && last == TokenKind.NUMBER) {
            units(property.get(), draft);
        }
        words(place, draft);
    }

    /** The feature of the nearest word before the caret that has one. */
    private static Optional<EStructuralFeature> property(
            EClass type, Place place, List<TextToken> statement) {
        List<String> words =
                statement.stream()
                        .filter(t -> t.kind() == TokenKind.KEYWORD)
                        .map(t -> t.text(place.text()))
                        .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String nearest = words.getLast();
        for (String head : words) {
            // `metric x on …`: a word that joins the parts of a statement belongs to its head
            Optional<EStructuralFeature> part =
                    head.equals(nearest)
                            ? Optional.empty()
                            : BlockTypes.inner(type, head)
                                    .flatMap(inner -> BlockTypes.feature(inner, nearest));
            if (part.isPresent()) {
                return part;
            }
        }
        return BlockTypes.feature(type, nearest)
                .or(() -> BlockTypes.inner(type, nearest).flatMap(Completion::subject));
    }

    /** What a statement or block names first: the scheme of `quantise`, the model of `rejected`. */
    private static Optional<EStructuralFeature> subject(EClass type) {
        return type.getEStructuralFeatures().stream()
                .filter(
                        f ->
                                f instanceof EReference r && !r.isContainment()
                                        || Properties.of(f)
                                                .filter(p -> !p.vocabulary().isEmpty())
                                                .isPresent())
                .findFirst();
    }

    private void values(EStructuralFeature feature, Place place, Draft draft) {
        Optional<Property> property = Properties.of(feature);
        property.stream()
                .flatMap(p -> p.vocabulary().stream())
                .forEach(word -> draft.add(Proposal.Kind.WORD, word, ""));
        if (feature instanceof EReference reference && !reference.isContainment()) {
            new NamesInScope(catalogue.get(), place.blocks())
                    .of(reference.getEReferenceType())
                    .forEach((name, detail) -> draft.add(Proposal.Kind.NAME, name, detail));
            return;
        }
        if (property.filter(p -> p.vocabulary().isEmpty()).isPresent()) {
            property.flatMap(Property::example)
                    .ifPresent(
                            e ->
                                    draft.add(
                                            Proposal.Kind.VALUE,
                                            e,
                                            PropertyHelp.takes(property.get())));
        } else if (property.isEmpty() && feature instanceof EReference statement) {
            subject(statement.getEReferenceType()).ifPresent(f -> values(f, place, draft));
        }
    }

    private static void units(EStructuralFeature feature, Draft draft) {
        Properties.of(feature).stream()
                .flatMap(property -> property.dimensions().stream())
                .forEach(
                        dimension ->
                                dimension.units().stream()
                                        .filter(unit -> !unit.isEmpty())
                                        .forEach(
                                                unit ->
                                                        draft.add(
                                                                Proposal.Kind.UNIT,
                                                                unit,
                                                                dimension.name())));
    }

    private static void words(Place place, Draft draft) {
        BlockTypes.of(place.path())
                .ifPresent(
                        type ->
                                BlockWords.in(type).stream()
                                        .filter(word -> !word.equals("*"))
                                        .forEach(
                                                word ->
                                                        draft.add(
                                                                kind(type, word),
                                                                word,
                                                                detail(type, word))));
    }

    private static Proposal.Kind kind(EClass type, String word) {
        return BlockWords.opened(type, word).isPresent()
                ? Proposal.Kind.BLOCK
                : Proposal.Kind.PROPERTY;
    }

    private static String detail(EClass type, String word) {
        return BlockTypes.feature(type, word)
                .flatMap(Properties::of)
                .flatMap(Property::meaning)
                .or(() -> BlockTypes.inner(type, word).flatMap(BlockTypes::doc))
                .orElse("");
    }

    /** Collects what fits to the letters already written. */
    private static final class Draft {
        private final int offset;
        private final String written;
        private final List<Proposal> proposals = new ArrayList<>();

        Draft(int offset, String written) {
            this.offset = offset;
            this.written = written.toLowerCase(Locale.ROOT);
        }

        void add(Proposal.Kind kind, String text, String detail) {
            if (text.toLowerCase(Locale.ROOT).contains(written)) {
                proposals.add(new Proposal(kind, text, text, offset, written.length(), detail));
            }
        }

        /** What begins with the letters before what only holds them, else as added. */
        List<Proposal> sorted() {
            return proposals.stream()
                    .distinct()
                    .sorted(
                            Comparator.comparing(
                                    (Proposal p) ->
                                            !p.label()
                                                    .toLowerCase(Locale.ROOT)
                                                    .startsWith(written)))
                    .toList();
        }
    }
}
