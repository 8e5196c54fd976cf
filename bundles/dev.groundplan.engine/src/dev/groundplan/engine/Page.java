package dev.groundplan.engine;

/**
 * The documentation page of a rule or an estimator.
 *
 * @param name the class's name, which is its id in every tool
 */
public record Page(String name, String markdown) {}
