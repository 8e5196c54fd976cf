package dev.groundplan.core.units;

/** How often requests, or whatever its place counts, arrive. Base unit: per second. */
public record RequestRate(double value) implements Quantity<RequestRate> {
    public RequestRate {
        value = Finite.number(value, "rate");
    }

    /** How many arrive in that time; of a mean response time, how many are under way at once (Little's law). */
    public Count during(Time time) {
        return new Count(value * time.value());
    }

    /** How often something happens that happens so many times in a request. */
    public RequestRate times(ItemsPerRequest items) {
        return new RequestRate(value * items.value());
    }

    @Override
    public RequestRate of(double value) {
        return new RequestRate(value);
    }

    @Override
    public Dimension<RequestRate> dimension() {
        return Dimension.REQUEST_RATE;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
