package dev.groundplan.core.plan;

/**
 * How grave findings of a rule are, in place of what the rule says itself.
 *
 * @param level {@code error}, {@code warning}, {@code information} or {@code off}, as written
 */
public record SeverityChange(String rule, String level, SourceRange range) {}
