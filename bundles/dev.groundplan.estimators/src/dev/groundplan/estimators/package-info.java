/** The estimators, one a file with its page beside it. */
package dev.groundplan.estimators;
