package dev.groundplan.core.plan;

/** A block that was read and understood but whose share of the numbers is not computed. */
public record Unplanned(String keyword, String name, SourceRange range) {}
