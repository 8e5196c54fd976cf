/** The workbench: perspectives, views, and what happens when it starts. */
package dev.groundplan.workbench;
