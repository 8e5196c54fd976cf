/** The authored model as XMI, for other tools that speak EMF, and back as text. */
package dev.groundplan.dsl.xmi;
