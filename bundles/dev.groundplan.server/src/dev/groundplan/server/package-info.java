/**
 * The language server: documents come in, findings, hovers, fixes and numbers go out. All meaning
 * comes from the engine; this package keeps documents, runs the analysis of the newest text, and
 * answers in the protocol's terms.
 */
package dev.groundplan.server;
