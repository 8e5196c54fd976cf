package dev.groundplan.core.units;

/** Memory that each token takes, as of a KV cache. Base unit: bytes per token. */
public record BytesPerToken(double value) implements Quantity<BytesPerToken> {
    public BytesPerToken {
        value = Finite.number(value, "size per token");
    }

    /** What so many tokens take. */
    public Bytes times(Tokens tokens) {
        return new Bytes(value * tokens.value());
    }

    @Override
    public BytesPerToken of(double value) {
        return new BytesPerToken(value);
    }

    @Override
    public Dimension<BytesPerToken> dimension() {
        return Dimension.BYTES_PER_TOKEN;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
