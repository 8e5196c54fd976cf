/**
 * The language as an editor needs it: what kind each word is, which block holds a position, what a
 * property takes, and what may be written next. Works on text alone, broken text included.
 */
package dev.groundplan.dsl.ide;
