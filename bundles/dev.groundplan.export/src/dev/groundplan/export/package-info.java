/** Exporters: from a document of blocks to the bytes of a format. */
package dev.groundplan.export;
