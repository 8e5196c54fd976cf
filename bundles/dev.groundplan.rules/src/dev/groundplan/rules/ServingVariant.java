package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.plan.Serving;
import java.util.List;

/**
 * A deployment done another way.
 *
 * @param title as a command
 * @param serving the deployment as it would be, for what-if questions
 * @param changes that make the file say so
 */
record ServingVariant(String title, Serving serving, List<Change> changes) {}
