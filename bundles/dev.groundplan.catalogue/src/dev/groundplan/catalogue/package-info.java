/** The built-in catalogue: library files of models, accelerators, endpoints and priors, each with its source. */
package dev.groundplan.catalogue;
