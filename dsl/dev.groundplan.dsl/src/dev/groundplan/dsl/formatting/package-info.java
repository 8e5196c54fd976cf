/** The layout of a text: white space between words, and nothing else. */
package dev.groundplan.dsl.formatting;
