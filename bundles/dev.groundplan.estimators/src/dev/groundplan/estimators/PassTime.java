package dev.groundplan.estimators;

/** Time of one pass of a model through its layers, in seconds. */
interface PassTime {
    /** Of that pass. */
    double seconds(Pass pass);

    /**
     * What goes through the layers at once.
     *
     * @param tokens tokens of all sequences
     * @param sequences sequences that each get a token
     * @param cache bytes of cached keys and values that are read
     * @param attention operations of attention within prompts
     * @param prompt whether prompts are computed, rather than further tokens
     */
    record Pass(double tokens, double sequences, double cache, double attention, boolean prompt) {
        static Pass prompts(ServedModel model, double requests, double tokens) {
            return new Pass(
                    requests * tokens, requests, 0, requests * model.attention(tokens), true);
        }

        static Pass further(double sequences, double cache) {
            return new Pass(sequences, sequences, cache, 0, false);
        }

        /** Operations of the matrices: of blocks for each token, of the head for each sequence. */
        double operations(ServedModel model, double least) {
            return 2 * model.activeBody() * Math.max(tokens, least)
                    + 2 * model.head() * Math.max(1, sequences);
        }
    }
}
