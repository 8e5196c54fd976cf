/** What a name means: in its project, its file, the files that it imports, the built-in catalogue. */
package dev.groundplan.dsl.scoping;
