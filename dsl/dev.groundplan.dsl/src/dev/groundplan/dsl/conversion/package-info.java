/** From the spelling of names, numbers, dates and texts to their values. */
package dev.groundplan.dsl.conversion;
