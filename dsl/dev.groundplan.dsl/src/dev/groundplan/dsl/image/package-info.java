/** The library in the form that it has after Lowering, as bytes: made by the build, read in a few milliseconds. */
package dev.groundplan.dsl.image;
