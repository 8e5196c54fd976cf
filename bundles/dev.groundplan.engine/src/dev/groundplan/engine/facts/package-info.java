/**
 * Published cases: their file, what each says of model, machine and job, and how far the estimates
 * lie from them. No case is known by its name: what an estimate starts from is what a user could
 * have written.
 */
package dev.groundplan.engine.facts;
