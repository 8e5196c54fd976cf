package dev.groundplan.core.plan;

/** What a deployment can serve: an open model, a hosted endpoint, or a model the project trains. */
public sealed interface Servable permits ModelSpec, EndpointSpec, PretrainStage {
    String name();
}
