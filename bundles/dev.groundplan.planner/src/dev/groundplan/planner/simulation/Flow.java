package dev.groundplan.planner.simulation;

/** When a product of inputs is paid, or what else it is. */
public enum Flow {
    UNTIL_RELEASE,

    /** Paid once, when the application is out. */
    AT_RELEASE,

    /** Paid each month after release. */
    MONTHLY,

    /** Paid each month after release, the first month's amount; it grows from month to month. */
    GROWING,

    /** Transactions that are handled in the first month after release; no money. */
    HANDLED,

    /** Comes back in the first month after release; it grows from month to month. */
    EARNED
}
