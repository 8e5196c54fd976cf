package dev.groundplan.cli;

/** Which groundplan this is. */
final class ToolVersion {
    private ToolVersion() {}

    /** From the manifest of the jar that this class is in. */
    static String number() {
        String version = ToolVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }

    /** Name and number. */
    static String named() {
        return "groundplan " + number();
    }
}
