/** The groundplan command. */
package dev.groundplan.cli;
