package dev.groundplan.core.units;

/** How often something happens in a request: calls, images, retrieved chunks. Base unit: per request. */
public record ItemsPerRequest(double value) implements Quantity<ItemsPerRequest> {
    public ItemsPerRequest {
        value = Finite.number(value, "number per request");
    }

    /** How often it happens in so many requests. */
    public Count times(Count requests) {
        return new Count(value * requests.value());
    }

    @Override
    public ItemsPerRequest of(double value) {
        return new ItemsPerRequest(value);
    }

    @Override
    public Dimension<ItemsPerRequest> dimension() {
        return Dimension.ITEMS_PER_REQUEST;
    }

    @Override
    public String toString() {
        return Print.text(this);
    }
}
