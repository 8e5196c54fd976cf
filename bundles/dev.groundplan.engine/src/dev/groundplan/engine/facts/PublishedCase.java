package dev.groundplan.engine.facts;

/**
 * One measurement that somebody published.
 *
 * @param quantity what was measured; its name ends in its unit
 * @param inputs what the source says about the job
 * @param value in the quantity's unit
 * @param unit in the source's words
 */
record PublishedCase(
        String id,
        String quantity,
        String name,
        CaseInputs inputs,
        double value,
        String unit,
        String source) {
    /** The same under another name of its quantity, which ends in its unit. */
    PublishedCase named(String other) {
        return new PublishedCase(id, other, name, inputs, value, "", source);
    }
}
