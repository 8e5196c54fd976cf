package dev.groundplan.dsl.reference;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.AbstractElement;

/**
 * A property or a block inside a block, as the grammar has it.
 *
 * @param keyword the word that begins it; empty where a name does
 * @param feature the model's feature that holds it
 * @param rest what stands behind the keyword
 * @param part the class that its own grammar rule makes, when it has one
 * @param block the block that it is, when it has braces
 */
record Statement(
        String keyword,
        String feature,
        List<AbstractElement> rest,
        Optional<String> part,
        Optional<GrammarBlock> block) {}
