/** How the language names the parts of the model: blocks by their paths, properties by their words. */
package dev.groundplan.dsl.blocks;
