package dev.groundplan.engine.hub;

/** One way of writing an architecture into a configuration, with the defaults of its kind. */
interface Family {
    Shape read(Config config) throws ImportRefusal;
}
