package dev.groundplan.dsl.scanner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/** Finds in the grammar what words.txt must say: for each kind of block its words, and what stands behind them. */
final class WordsOfGrammar {
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Deque<ParserRule> waiting = new ArrayDeque<>();

    private WordsOfGrammar() {}

    /** The lines of the table, without its units. */
    static List<String> lines(Grammar grammar) {
        WordsOfGrammar found = new WordsOfGrammar();
        ParserRule file = (ParserRule) GrammarUtil.findRuleForName(grammar, "GenaiFile");
        Set<String> entries = found.kind(file);
        for (AbstractElement statement : found.statements(file.getAlternatives())) {
            found.statement(statement, entries);
        }
        while (!found.waiting.isEmpty()) {
            found.block(found.waiting.remove());
        }
        List<String> lines = new ArrayList<>();
        found.words.forEach((kind, all) -> lines.add(kind + ": " + String.join(" ", all)));
        return lines;
    }

    private Set<String> kind(ParserRule rule) {
        return words.computeIfAbsent(rule.getName(), unused -> new LinkedHashSet<>());
    }

    private void block(ParserRule rule) {
        Set<String> entries = kind(rule);
        boolean inside = false;
        for (AbstractElement element : flat(rule.getAlternatives())) {
            if (element instanceof Keyword keyword && keyword.getValue().equals("{")) {
                inside = true;
            } else if (element instanceof Keyword keyword && keyword.getValue().equals("}")) {
                return;
            } else if (inside) {
                statements(element).forEach(statement -> statement(statement, entries));
            }
        }
    }

    /** Groups are opened until the brace is on the level of the list. */
    private static List<AbstractElement> flat(AbstractElement element) {
        if (element instanceof Group group && hasBrace(group)) {
            return group.getElements().stream().flatMap(e -> flat(e).stream()).toList();
        }
        if (element instanceof Alternatives alternatives && hasBrace(alternatives)) {
            return alternatives.getElements().stream()
                    .filter(WordsOfGrammar::hasBrace)
                    .flatMap(e -> flat(e).stream())
                    .toList();
        }
        return List.of(element);
    }

    private static boolean hasBrace(AbstractElement element) {
        return element instanceof Keyword keyword && keyword.getValue().equals("{")
                || element.eContents().stream()
                        .anyMatch(e -> e instanceof AbstractElement child && hasBrace(child));
    }

    /** The alternatives of a block, through rules that only call others. */
    private List<AbstractElement> statements(AbstractElement element) {
        return switch (element) {
            case Alternatives alternatives -> all(alternatives.getElements());
            case Assignment assignment when !(assignment.getTerminal() instanceof CrossReference) ->
                    statements(assignment.getTerminal()).size() > 1
                            ? statements(assignment.getTerminal())
                            : List.of(element);
            case RuleCall call when call.getRule() instanceof ParserRule rule && isChoice(rule) ->
                    statements(rule.getAlternatives());
            case Group group
                    when group.getElements().stream().noneMatch(Keyword.class::isInstance)
                            && group.getElements().stream()
                                    .allMatch(Assignment.class::isInstance) ->
                    group.getElements().size() > 1 ? all(group.getElements()) : List.of(element);
            case Group group
                    when group.getElements().stream()
                                    .anyMatch(
                                            e ->
                                                    e instanceof Alternatives
                                                            && e.getCardinality() != null)
                            && group.getElements().stream().noneMatch(Keyword.class::isInstance) ->
                    all(group.getElements());
            default -> List.of(element);
        };
    }

    private List<AbstractElement> all(List<AbstractElement> elements) {
        return elements.stream().flatMap(e -> statements(e).stream()).toList();
    }

    private static boolean isChoice(ParserRule rule) {
        return rule.getAlternatives() instanceof Alternatives
                && !GrammarUtil.isDatatypeRule(rule)
                && !rule.getName().startsWith("Stray");
    }

    private void statement(AbstractElement statement, Set<String> entries) {
        if (statement.eClass().getName().equals("Action")) {
            return;
        }
        ParserRule owner = ruleOf(statement);
        new Walk(entries, owner).walk(statement, List.of());
    }

    private static ParserRule ruleOf(AbstractElement element) {
        AbstractElement at =
                element instanceof Assignment assignment ? assignment.getTerminal() : element;
        return at instanceof RuleCall call && call.getRule() instanceof ParserRule rule
                ? rule
                : null;
    }

    /** One statement from left to right: its first keyword is the head, the others are joints. */
    private final class Walk {
        private final Set<String> entries;
        private final ParserRule rule;
        private String head;
        private boolean done;

        private Walk(Set<String> entries, ParserRule rule) {
            this.entries = entries;
            this.rule = rule;
        }

        void walk(AbstractElement element, List<AbstractElement> rest) {
            if (done) {
                return;
            }
            switch (element) {
                case Keyword keyword -> keyword(keyword.getValue(), rest);
                case Assignment assignment -> walk(assignment.getTerminal(), rest);
                case Alternatives alternatives ->
                        alternatives.getElements().forEach(e -> walk(e, rest));
                case Group group -> {
                    List<AbstractElement> elements = group.getElements();
                    for (int i = 0; i < elements.size(); i++) {
                        List<AbstractElement> behind =
                                new ArrayList<>(elements.subList(i + 1, elements.size()));
                        behind.addAll(rest);
                        walk(elements.get(i), behind);
                    }
                }
                case RuleCall call
                        when call.getRule() instanceof ParserRule called
                                && !GrammarUtil.isDatatypeRule(called)
                                && !called.getName().startsWith("Stray") ->
                        walk(called.getAlternatives(), rest);
                default -> {}
            }
        }

        private void keyword(String word, List<AbstractElement> rest) {
            if (word.equals("{")) {
                entries.removeIf(entry -> entry.equals(head) || entry.equals(head + ":"));
                entries.add(
                        (head == null ? "*" : head + (isBeforeName ? ":" : ""))
                                + ">"
                                + rule.getName());
                if (!words.containsKey(rule.getName())) {
                    kind(rule);
                    waiting.add(rule);
                }
                done = true;
            } else if (Character.isLetter(word.charAt(0)) && !word.equals("per")) {
                boolean beforeName = isNameFirst(rest);
                if (head == null) {
                    head = word;
                    isBeforeName = beforeName;
                    entries.add(word + (beforeName ? ":" : ""));
                } else {
                    entries.add(head + "/" + word + (beforeName ? ":" : ""));
                }
            }
        }

        private boolean isBeforeName;
    }

    /** Whether a name can be the first thing in this sequence. */
    private static boolean isNameFirst(Collection<AbstractElement> sequence) {
        for (AbstractElement element : sequence) {
            if (canBeginWithName(element)) {
                return true;
            }
            if (!isOptional(element)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOptional(AbstractElement element) {
        return "?".equals(element.getCardinality()) || "*".equals(element.getCardinality());
    }

    private static boolean canBeginWithName(AbstractElement element) {
        return switch (element) {
            case Assignment assignment -> canBeginWithName(assignment.getTerminal());
            case CrossReference reference -> true;
            case Alternatives alternatives ->
                    alternatives.getElements().stream().anyMatch(WordsOfGrammar::canBeginWithName);
            case Group group -> isNameFirst(group.getElements());
            case RuleCall call -> beginsWithName(call.getRule());
            default -> false;
        };
    }

    private static boolean beginsWithName(AbstractRule rule) {
        return rule.getName().equals("WORD")
                || rule instanceof ParserRule
                        && !rule.getName().startsWith("Stray")
                        && canBeginWithName(rule.getAlternatives());
    }
}
