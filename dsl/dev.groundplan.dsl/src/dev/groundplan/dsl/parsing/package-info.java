/** From text to the syntax tree, and what is wrong with the text in words for people. */
package dev.groundplan.dsl.parsing;
