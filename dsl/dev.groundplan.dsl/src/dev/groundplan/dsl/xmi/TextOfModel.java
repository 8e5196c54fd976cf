package dev.groundplan.dsl.xmi;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.conversion.IValueConverterService;

/**
 * Writes a model as text by the grammar itself: each assignment takes the next value of its
 * feature, each optional part is written where values are left for it. The layout is the
 * formatter's matter.
 */
final class TextOfModel {
    private final Grammar grammar;
    private final IValueConverterService values;
    private final StringBuilder text = new StringBuilder();

    /** How many values of each feature are written already. */
    private final Map<EObject, Map<String, Integer>> written = new IdentityHashMap<>();

    TextOfModel(Grammar grammar, IValueConverterService values) {
        this.grammar = grammar;
        this.values = values;
    }

    String of(EObject root) {
        object(root);
        return text.append('\n').toString();
    }

    private void object(EObject object) {
        AbstractRule rule = GrammarUtil.findRuleForName(grammar, object.eClass().getName());
        emit(rule.getAlternatives(), object);
    }

    private void emit(AbstractElement element, EObject object) {
        if (GrammarUtil.isMultipleCardinality(element)) {
            repeated(element, object);
        } else if (!GrammarUtil.isOptionalCardinality(element) || isDue(element, object)) {
            once(element, object);
        }
    }

    private void repeated(AbstractElement element, EObject object) {
        if (element instanceof Alternatives choice) {
            for (AbstractElement alternative : choice.getElements()) {
                while (isDue(alternative, object)) {
                    text.append(isBody(choice) ? "\n" : "");
                    once(alternative, object);
                }
            }
        } else {
            while (isDue(element, object)) {
                once(element, object);
            }
        }
    }

    /** Whether it is what a file or a block consists of: a line for each. */
    private static boolean isBody(Alternatives choice) {
        return choice.eContainer() instanceof Group around
                && around.getElements().stream()
                        .anyMatch(
                                e ->
                                        e instanceof Action
                                                || e instanceof Keyword word
                                                        && word.getValue().equals("{"));
    }

    private void once(AbstractElement element, EObject object) {
        switch (element) {
            case Keyword keyword -> word(keyword.getValue());
            case Assignment assignment -> assigned(assignment, object);
            case Group group -> group.getElements().forEach(part -> emit(part, object));
            case Alternatives choice -> chosen(choice, object);
            case RuleCall call when isFragment(call) ->
                    emit(call.getRule().getAlternatives(), object);
            default -> {
                // a call that makes the object, or nothing to write
            }
        }
    }

    private void chosen(Alternatives choice, EObject object) {
        for (AbstractElement alternative : choice.getElements()) {
            if (isDue(alternative, object)) {
                once(alternative, object);
                return;
            }
        }
        once(choice.getElements().getFirst(), object);
    }

    private static boolean isFragment(RuleCall call) {
        return call.getRule() instanceof org.eclipse.xtext.ParserRule rule && rule.isFragment();
    }

    /**
     * Whether there is something to write for it, and nothing that it cannot do without is lacking.
     */
    private boolean isDue(AbstractElement element, EObject object) {
        return hasContent(element, object) && isComplete(element, object);
    }

    private boolean hasContent(AbstractElement element, EObject object) {
        return switch (element) {
            case Assignment assignment -> next(assignment, object).isPresent();
            case Group group -> group.getElements().stream().anyMatch(e -> hasContent(e, object));
            case Alternatives choice ->
                    choice.getElements().stream().anyMatch(e -> hasContent(e, object));
            case RuleCall call when isFragment(call) ->
                    hasContent(call.getRule().getAlternatives(), object);
            default -> false;
        };
    }

    private boolean isComplete(AbstractElement element, EObject object) {
        return switch (element) {
            case Assignment assignment -> next(assignment, object).isPresent();
            case Group group ->
                    group.getElements().stream()
                            .filter(e -> !GrammarUtil.isOptionalCardinality(e))
                            .allMatch(e -> isComplete(e, object));
            case Alternatives choice ->
                    choice.getElements().stream().anyMatch(e -> isComplete(e, object));
            default -> true;
        };
    }

    /** The value that the assignment would write. */
    private Optional<Object> next(Assignment assignment, EObject object) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(assignment.getFeature());
        if (feature == null || !object.eIsSet(feature) || feature.getName().equals("strays")) {
            return Optional.empty();
        }
        Object value = object.eGet(feature, false);
        List<?> all = value instanceof List<?> many ? many : List.of(value);
        int done = written.getOrDefault(object, Map.of()).getOrDefault(feature.getName(), 0);
        return done < all.size() && fits(assignment.getTerminal(), all.get(done))
                ? Optional.of(all.get(done))
                : Optional.empty();
    }

    /** A rule called as a class makes objects of that class, or a choice of such. */
    private boolean fits(AbstractElement terminal, Object value) {
        return switch (terminal) {
            case Alternatives choice -> choice.getElements().stream().anyMatch(e -> fits(e, value));
            case RuleCall call when value instanceof EObject made ->
                    call.getRule().getName().equals(made.eClass().getName())
                            || call.getRule().getAlternatives() instanceof Alternatives choice
                                    && fits(choice, value);
            default -> true;
        };
    }

    private void assigned(Assignment assignment, EObject object) {
        Optional<Object> value = next(assignment, object);
        if (value.isEmpty()) {
            return; // the model lacks what the grammar demands: comparing it afterwards tells
        }
        written.computeIfAbsent(object, unused -> new HashMap<>())
                .merge(assignment.getFeature(), 1, Integer::sum);
        switch (assignment.getTerminal()) {
            case Keyword keyword -> word(keyword.getValue());
            case CrossReference reference ->
                    word(OutsideNames.of(object, (EObject) value.get()).orElse("?"));
            case RuleCall call when !(value.get() instanceof EObject) ->
                    word(values.toString(value.get(), call.getRule().getName()));
            default -> object((EObject) value.get());
        }
    }

    private void word(String word) {
        if (word.equals("}")) {
            text.append('\n');
        }
        text.append(word).append(' ');
    }
}
