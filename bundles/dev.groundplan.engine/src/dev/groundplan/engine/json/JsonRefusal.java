package dev.groundplan.engine.json;

/** Why a text is not the JSON that was expected, for people. */
public final class JsonRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    public JsonRefusal(String message) {
        super(message);
    }
}
