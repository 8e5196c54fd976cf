package dev.groundplan.dsl.reference;

import dev.groundplan.dsl.model.GenaiPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/**
 * A kind of block, read off its grammar rule, which is called as its class in the model is.
 *
 * @param optional whether its braces may be left out
 */
record GrammarBlock(
        ParserRule rule, List<AbstractElement> head, List<AbstractElement> body, boolean optional) {

    /** The whole file: what stands at its top level. */
    static GrammarBlock file(Grammar grammar) {
        ParserRule rule = (ParserRule) GrammarUtil.findRuleForName(grammar, "GenaiFile");
        return new GrammarBlock(rule, List.of(), List.of(rule.getAlternatives()), false);
    }

    /** Empty when the rule has no braces of its own. */
    static Optional<GrammarBlock> of(ParserRule rule) {
        if (!hasBrace(rule.getAlternatives())) {
            return Optional.empty();
        }
        List<AbstractElement> head = new ArrayList<>();
        List<AbstractElement> body = new ArrayList<>();
        boolean optional = false;
        boolean inside = false;
        for (AbstractElement element : flat(rule.getAlternatives())) {
            if (isKeyword(element, "{")) {
                inside = true;
                optional =
                        GrammarUtil.isOptionalCardinality((AbstractElement) element.eContainer());
            } else if (isKeyword(element, "}")) {
                break;
            } else {
                (inside ? body : head).add(element);
            }
        }
        head.removeIf(Action.class::isInstance);
        return Optional.of(new GrammarBlock(rule, List.copyOf(head), List.copyOf(body), optional));
    }

    private static boolean isKeyword(AbstractElement element, String word) {
        return element instanceof Keyword keyword && keyword.getValue().equals(word);
    }

    private static boolean hasBrace(AbstractElement element) {
        return isKeyword(element, "{")
                || element.eContents().stream()
                        .anyMatch(e -> e instanceof AbstractElement child && hasBrace(child));
    }

    /** Groups are opened until the braces stand on the level of the list. */
    private static List<AbstractElement> flat(AbstractElement element) {
        if (element instanceof Group group && hasBrace(group)) {
            return group.getElements().stream().flatMap(e -> flat(e).stream()).toList();
        }
        if (element instanceof Alternatives choice && hasBrace(choice)) {
            return choice.getElements().stream()
                    .filter(GrammarBlock::hasBrace)
                    .flatMap(e -> flat(e).stream())
                    .toList();
        }
        return List.of(element);
    }

    String name() {
        return rule.getName();
    }

    EClass type() {
        return (EClass) GenaiPackage.eINSTANCE.getEClassifier(name());
    }

    /** The word that opens it; empty where a name does. */
    String keyword() {
        return head.stream()
                .filter(Keyword.class::isInstance)
                .map(e -> ((Keyword) e).getValue())
                .findFirst()
                .orElse("");
    }

    /** Its properties and the blocks inside, in the order of the grammar. */
    List<Statement> statements() {
        return body.stream().flatMap(GrammarBlock::statements).toList();
    }

    private static Stream<Statement> statements(AbstractElement element) {
        return switch (element) {
            case Action action -> Stream.empty();
            case Assignment strays when strays.getFeature().equals("strays") -> Stream.empty();
            case Assignment assignment -> assigned(assignment, assignment.getTerminal());
            case Alternatives choice ->
                    choice.getElements().stream().flatMap(GrammarBlock::statements);
            case RuleCall fragment ->
                    statements(((ParserRule) fragment.getRule()).getAlternatives());
            case Group group when group.getElements().getFirst() instanceof Keyword keyword ->
                    Stream.of(
                            new Statement(
                                    keyword.getValue(),
                                    firstFeature(group),
                                    behind(group.getElements()),
                                    Optional.empty(),
                                    Optional.empty()));
            case Group group -> group.getElements().stream().flatMap(GrammarBlock::statements);
            default -> throw new AssertionError("what is this statement? " + element);
        };
    }

    private static Stream<Statement> assigned(Assignment assignment, AbstractElement terminal) {
        return switch (terminal) {
            case Keyword keyword ->
                    Stream.of(
                            new Statement(
                                    keyword.getValue(),
                                    assignment.getFeature(),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty()));
            case Alternatives choice ->
                    choice.getElements().stream().flatMap(e -> assigned(assignment, e));
            case RuleCall call when isChoice(call) ->
                    assigned(assignment, call.getRule().getAlternatives());
            case RuleCall call -> Stream.of(made(assignment, (ParserRule) call.getRule()));
            default -> throw new AssertionError("what is assigned here? " + terminal);
        };
    }

    private static boolean isChoice(RuleCall call) {
        return call.getRule().getAlternatives() instanceof Alternatives choice
                && choice.getElements().stream().allMatch(RuleCall.class::isInstance);
    }

    private static Statement made(Assignment assignment, ParserRule rule) {
        Optional<GrammarBlock> block = of(rule);
        List<AbstractElement> elements =
                rule.getAlternatives() instanceof Group group
                        ? group.getElements()
                        : List.of(rule.getAlternatives());
        String keyword =
                block.map(GrammarBlock::keyword)
                        .orElseGet(() -> ((Keyword) elements.getFirst()).getValue());
        return new Statement(
                keyword,
                assignment.getFeature(),
                behind(block.map(GrammarBlock::head).orElse(elements)),
                Optional.of(rule.getName()),
                block);
    }

    private static List<AbstractElement> behind(List<AbstractElement> elements) {
        return elements.getFirst() instanceof Keyword
                ? List.copyOf(elements.subList(1, elements.size()))
                : elements;
    }

    private static String firstFeature(Group group) {
        return GrammarUtil.containedAssignments(group).getFirst().getFeature();
    }
}
