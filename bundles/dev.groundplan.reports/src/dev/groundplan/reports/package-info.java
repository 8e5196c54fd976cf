/**
 * Reports: from an analysis to blocks as data. Nothing here knows how a block is painted; nothing
 * here computes what an estimator has not.
 */
package dev.groundplan.reports;
