/** Glue of the Generic Editor: a client of the language server in the same process. */
package dev.groundplan.editor;
