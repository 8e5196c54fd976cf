/**
 * Typed quantities, the four kinds of range, money; how each is read from a file and printed for a person.
 *
 * <p>Every quantity has a record of its own, holds its number in one base unit and is immutable. Crossing from one
 * dimension to another is a named method ({@code flop.at(rate)}), so that a formula that mixes units does not compile.
 * This is the only package whose public signatures show a {@code double}.
 *
 * <p>Three conventions run through it. A number is finite: NaN and infinity are refused with an
 * {@link IllegalArgumentException} where they arise. A negative number is a difference, and allowed; whether a file
 * may say one is {@link dev.groundplan.core.units.Dimension#allowsNegative()}. Printing never depends on the machine's
 * locale.
 */
package dev.groundplan.core.units;
