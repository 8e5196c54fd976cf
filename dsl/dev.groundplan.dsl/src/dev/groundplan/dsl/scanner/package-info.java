/**
 * The tokens of the language, made by hand: a word is a keyword only in the block that defines it and not where a name
 * stands, which no generated scanner can tell. Parser and content assist share it.
 */
package dev.groundplan.dsl.scanner;
