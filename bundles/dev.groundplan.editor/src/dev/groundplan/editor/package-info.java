/**
 * The platform's Generic Editor for project files: a client of the language server in the same
 * process, without a protocol on a wire between them.
 */
package dev.groundplan.editor;
