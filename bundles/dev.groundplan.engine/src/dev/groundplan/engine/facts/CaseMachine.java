package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.AcceleratorSpec;

/**
 * The accelerators of a case.
 *
 * @param known whether the catalogue has this accelerator; else the nearest stands for it
 * @param count how many in all
 */
record CaseMachine(AcceleratorSpec accelerator, boolean known, int count) {}
