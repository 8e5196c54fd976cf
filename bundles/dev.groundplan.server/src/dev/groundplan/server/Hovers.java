package dev.groundplan.server;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Subject;
import dev.groundplan.dsl.ide.Block;
import dev.groundplan.dsl.ide.Blocks;
import dev.groundplan.dsl.ide.PropertyHelp;
import dev.groundplan.dsl.ide.TextToken;
import dev.groundplan.dsl.ide.TokenKind;
import dev.groundplan.dsl.ide.Tokens;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/**
 * What is known about the word at a position: what a property takes, the figures of a catalogue
 * entry, and the numbers that rest on it, each with formula, inputs and sources; then the pages of
 * the findings there.
 */
final class Hovers {
    /** More than these and a hover is no longer read. */
    private static final int MOST_ESTIMATES = 8;

    private static final int MOST_WITH_INPUTS = 2;

    private final CatalogueText catalogue;
    private final TextAnalysis analysis;

    Hovers(CatalogueText catalogue, TextAnalysis analysis) {
        this.catalogue = catalogue;
        this.analysis = analysis;
    }

    /** The hover, or null where there is nothing to say, as the protocol wants it. */
    Hover at(OpenDocument document, AnalysedFile file, Position position) {
        int offset = document.lines().offset(position);
        List<TextToken> tokens = Tokens.of(document.text());
        Optional<TextToken> word = tokens.stream().filter(t -> t.contains(offset)).findFirst();
        List<String> parts = new ArrayList<>();
        word.filter(Hovers::isTelling).ifPresent(w -> parts.addAll(of(w, tokens, document, file)));
        parts.addAll(pages(file, offset));
        return parts.isEmpty()
                ? null
                : new Hover(
                        new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n", parts)),
                        word.map(w -> document.lines().range(w.offset(), w.length())).orElse(null));
    }

    private static boolean isTelling(TextToken word) {
        return word.kind() != TokenKind.COMMENT
                && word.kind() != TokenKind.PUNCTUATION
                && !word.isBrace();
    }

    private List<String> of(
            TextToken word, List<TextToken> tokens, OpenDocument document, AnalysedFile file) {
        int offset = word.offset();
        List<Block> blocks = Blocks.of(document.text());
        String text = word.text(document.text());
        List<String> parts = new ArrayList<>();
        Optional<Block> head =
                blocks.stream()
                        .flatMap(Block::all)
                        .filter(b -> offset >= b.offset() && offset < b.headEnd())
                        .findFirst();
        if (word.kind() == TokenKind.KEYWORD && head.isEmpty()) {
            PropertyHelp.of(Blocks.path(blocks, offset), text).ifPresent(parts::add);
        }
        if (word.kind() == TokenKind.NAME) {
            catalogue.entry(text).ifPresent(parts::add);
        }
        parts.addAll(
                estimates(
                        head.map(block -> ofSubject(file, block))
                                .orElseGet(() -> restingOn(file, statement(tokens, word)))));
        return parts;
    }

    /** What {@code groundplan explain} prints of each finding here, each page once. */
    private List<String> pages(AnalysedFile file, int offset) {
        return file.findings().stream()
                .filter(finding -> finding.range().isKnown() && Diagnostics.isIn(file, finding))
                .filter(finding -> finding.range().offset() <= offset)
                .filter(f -> offset < f.range().offset() + f.range().length())
                .flatMap(finding -> analysis.page(file, finding).stream())
                .map(Page::markdown)
                .distinct()
                .toList();
    }

    private static boolean isOfTheWholePlan(Estimate<?> estimate) {
        String first = estimate.key().segments().getFirst();
        return first.equals("schedule") || first.equals("forecast");
    }

    private static List<String> estimates(Stream<Estimate<?>> estimates) {
        // dates and what the runs say of them last: they are many
        List<Estimate<?>> found =
                estimates.sorted(Comparator.comparing(Hovers::isOfTheWholePlan)).toList();
        List<String> parts = new ArrayList<>();
        for (Estimate<?> estimate : found.subList(0, Math.min(MOST_ESTIMATES, found.size()))) {
            parts.add(EstimateText.markdown(estimate, parts.size() < MOST_WITH_INPUTS));
        }
        if (found.size() > MOST_ESTIMATES) {
            parts.add((found.size() - MOST_ESTIMATES) + " more in the Estimate view");
        }
        return parts;
    }

    /** The numbers about the block whose head stands here. */
    private static Stream<Estimate<?>> ofSubject(AnalysedFile file, Block block) {
        Set<Estimate<?>> found = new LinkedHashSet<>();
        for (Analysis analysis : file.projects()) {
            for (Subject subject : SubjectEstimates.subjects(analysis.plan())) {
                int start = subject.range().offset();
                if (subject.range().isKnown()
                        && subject.range().file().equals(file.name())
                        && start >= block.offset()
                        && start < block.headEnd()) {
                    SubjectEstimates.of(analysis, subject).forEach(found::add);
                }
            }
        }
        return found.stream();
    }

    /** The numbers of which what is written here is an input, the nearest first. */
    private static Stream<Estimate<?>> restingOn(AnalysedFile file, SourceRange statement) {
        return file.projects().stream()
                .flatMap(analysis -> analysis.estimates().stream())
                .filter(
                        estimate ->
                                estimate.derivation().inputs().stream()
                                        .flatMap(i -> writtenAt(i.origin()).stream())
                                        .anyMatch(
                                                range ->
                                                        range.file().equals(file.name())
                                                                && overlap(range, statement)));
    }

    private static Optional<SourceRange> writtenAt(Origin origin) {
        return origin instanceof Origin.Written(SourceRange range, var because)
                ? Optional.of(range)
                : Optional.empty();
    }

    private static boolean overlap(SourceRange a, SourceRange b) {
        return a.offset() < b.offset() + b.length() && b.offset() < a.offset() + a.length();
    }

    /** From the property's word to the end of its value: the next property or brace. */
    private static SourceRange statement(List<TextToken> tokens, TextToken word) {
        int at = tokens.indexOf(word);
        int first = at;
        while (first > 0
                && tokens.get(first).kind() != TokenKind.KEYWORD
                && isPart(tokens, first - 1)) {
            first--;
        }
        int last = at;
        while (last + 1 < tokens.size()
                && tokens.get(last + 1).kind() != TokenKind.KEYWORD
                && isPart(tokens, last + 1)) {
            last++;
        }
        int offset = tokens.get(first).offset();
        return new SourceRange("", offset, tokens.get(last).end() - offset, 1, 1, 1, 1);
    }

    private static boolean isPart(List<TextToken> tokens, int index) {
        TextToken token = tokens.get(index);
        return token.kind() != TokenKind.COMMENT && !token.isBrace();
    }
}
