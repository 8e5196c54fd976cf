package dev.groundplan.core.analysis;

import java.util.List;

/** What an estimator found out about a subject. */
public interface Estimation {
    /** Its numbers, in the order in which a person would read them. */
    List<Estimate<?>> estimates();
}
