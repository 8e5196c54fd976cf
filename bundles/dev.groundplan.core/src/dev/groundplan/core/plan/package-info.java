/**
 * What a project file means: immutable records with references, units, defaults and the catalogue
 * already resolved. Nothing here knows about text, EMF or Eclipse; every record says where in the
 * text it stands.
 */
package dev.groundplan.core.plan;
