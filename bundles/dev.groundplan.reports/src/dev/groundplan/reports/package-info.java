/** Reports: from an analysis to a list of blocks. */
package dev.groundplan.reports;
