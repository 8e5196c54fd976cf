/** JSON that others wrote: read by a library, bounded, and refused where it is ambiguous. */
package dev.groundplan.engine.json;
