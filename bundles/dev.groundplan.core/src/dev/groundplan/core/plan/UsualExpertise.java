package dev.groundplan.core.plan;

/** What expertise a kind of stage usually takes, in the field's common picture. */
public enum UsualExpertise {
    PRE_TRAINING(Level.HIGH, Level.HIGH),
    PROMPTING(Level.LOW, Level.LOW),
    TUNING(Level.MEDIUM, Level.MEDIUM),
    FEEDBACK(Level.MEDIUM, Level.HIGH),
    OPTIMISATION(Level.MEDIUM, Level.MEDIUM);

    private final Level least;
    private final Level most;

    UsualExpertise(Level least, Level most) {
        this.least = least;
        this.most = most;
    }

    public static UsualExpertise of(Stage stage) {
        return switch (stage) {
            case PretrainStage s -> PRE_TRAINING;
            case PromptStage s -> PROMPTING;
            case TuningStage s -> TUNING;
            case ReinforceStage s -> FEEDBACK;
            case CompressionStage s -> OPTIMISATION;
        };
    }

    /** Who has less is likely to need help. */
    public Level least() {
        return least;
    }

    /** {@code medium to high}. */
    public String words() {
        return least == most ? least.word() : least.word() + " to " + most.word();
    }
}
