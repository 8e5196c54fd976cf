/** From the files that a model is published with – config.json, README.md – to its declaration. */
package dev.groundplan.engine.hub;
