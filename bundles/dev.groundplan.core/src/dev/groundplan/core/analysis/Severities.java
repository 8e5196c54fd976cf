package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.SeverityChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much findings matter where somebody says otherwise than the rule itself: the one place
 * through which the settings of a root and the {@code checks} of a project go.
 *
 * @param changed by the rule's name; empty for a rule that is switched off
 */
public record Severities(Map<String, Optional<Severity>> changed) {
    /** As the rules say. */
    public static final Severities OF_THE_RULES = new Severities(Map.of());

    /** The word that switches a rule off. */
    public static final String OFF = "off";

    public Severities {
        changed = Map.copyOf(changed);
    }

    /** The same with these changes over it; of two for one rule the later holds. */
    public Severities with(List<SeverityChange> nearer) {
        if (nearer.isEmpty()) {
            return this;
        }
        Map<String, Optional<Severity>> all = new HashMap<>(changed);
        for (SeverityChange change : nearer) {
            Optional<Severity> level = Severity.of(change.level());
            // a word of no meaning is a finding of its own and changes nothing
            if (level.isPresent() || change.level().equals(OFF)) {
                all.put(change.rule(), level);
            }
        }
        return new Severities(all);
    }

    /** The finding as it matters here; empty when its rule is switched off. */
    public Optional<Finding> of(Finding finding) {
        Optional<Severity> level = changed.get(finding.rule());
        if (level == null) {
            return Optional.of(finding);
        }
        return level.map(finding::with);
    }
}
