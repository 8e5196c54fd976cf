package dev.groundplan.core.plan;

/**
 * Accelerators of a kind that the jobs of a project have at once.
 *
 * @param accelerator its name
 * @param count whole ones, 0 or more
 */
public record Capacity(String accelerator, int count, SourceRange range) {}
