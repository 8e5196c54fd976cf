/** The composition root: from files to an analysis. */
package dev.groundplan.engine;
