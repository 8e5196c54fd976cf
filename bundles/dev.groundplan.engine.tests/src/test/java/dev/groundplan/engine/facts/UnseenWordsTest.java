package dev.groundplan.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.catalogue.PublishedCases;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A source that nobody has read yet names things that no profile has; it is estimated still. */
class UnseenWordsTest {
    private static final CaseSubjects SUBJECTS = CaseSubjects.of(Engine.create().catalogue());
    private static final List<PublishedCase> CASES = cases();

    /** Cases of each try, of all. */
    private static final int ONE_IN = 8;

    private static final List<String> BOARDS =
            List.of(
                    "H20",
                    "MI325X",
                    "Trainium2",
                    "RTX 5090",
                    "TPU v6e",
                    "B400",
                    "M7 Max",
                    "Groq LPU",
                    "Ascend 910B",
                    "abacus",
                    "3x RTX 6090 48GB",
                    "H300 (power limited)");

    private static final List<String> FRAMEWORKS =
            List.of("SGLang 0.5", "axolotl", "verl", "levanter", "an engine of our own", "");

    private static final List<String> FORMATS =
            List.of("exl2 4.0bpw", "fp6", "W4A8", "int3", "Q3_K_XL", "hqq 2bit", "runes");

    /** Why a case may have no estimate; the page has the same list. */
    private static final Set<String> REASONS =
            Set.of(
                    "neither the shape nor the name nor the size of the model is published",
                    "no number of examples or no judge is published",
                    "a published value of 0 has no relative error");

    private static List<PublishedCase> cases() {
        try {
            return FactsFile.read("cases", PublishedCases.text());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The case with words that nobody has used, some of its inputs unsaid. */
    private static PublishedCase changed(PublishedCase published, Random random) {
        Map<String, Object> inputs = new LinkedHashMap<>(published.inputs().values());
        for (String name : new ArrayList<>(inputs.keySet())) {
            if (random.nextInt(4) == 0) {
                inputs.remove(name);
            }
        }
        inputs.put("accelerator", any(BOARDS, random));
        inputs.put("framework", any(FRAMEWORKS, random));
        inputs.put("precision", any(FORMATS, random));
        return new PublishedCase(
                published.id(),
                published.quantity(),
                "a case",
                new CaseInputs(inputs),
                published.value(),
                published.unit(),
                "a source that nobody has read");
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    @Property(tries = 6)
    void aCaseInUnseenWordsHasAnEstimate(@ForAll long seed) {
        Random random = new Random(seed);
        Scoring scoring = Scoring.of(SUBJECTS);
        Set<String> reasons = new TreeSet<>();
        for (PublishedCase published : CASES) {
            if (random.nextInt(ONE_IN) > 0) {
                continue;
            }
            PublishedCase unseen = changed(published, random);
            try {
                Uncertain<Count> estimate = scoring.estimate(unseen);
                assertTrue(
                        estimate.likely().value() > 0
                                && estimate.low().compareTo(estimate.likely()) <= 0
                                && estimate.likely().compareTo(estimate.high()) <= 0,
                        () -> unseen + ": " + estimate);
            } catch (NotEstimated reason) {
                reasons.add(reason.getMessage());
            }
        }
        reasons.removeAll(REASONS);
        assertEquals(Set.of(), reasons);
    }
}
