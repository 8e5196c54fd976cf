/** The workbench: application, perspectives, views, wizards. */
package dev.groundplan.workbench;
