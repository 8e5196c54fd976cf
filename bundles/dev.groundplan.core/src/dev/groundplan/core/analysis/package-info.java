/**
 * From a plan to its numbers and findings: estimators and rules are pure, ask {@link
 * dev.groundplan.core.analysis.Facts} for what they need, and every number carries its derivation.
 */
package dev.groundplan.core.analysis;
