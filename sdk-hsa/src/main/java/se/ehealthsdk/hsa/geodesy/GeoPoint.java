package se.ehealthsdk.hsa.geodesy;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A point by latitude and longitude in SWEREF 99, which agrees with WGS 84 (GPS) within a metre.
 *
 * <p>Source: SWEREF 99 (Lantmäteriet); mean radius of the earth by IUGG.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /**
     * @throws InvalidInputException if it is no point on earth
     */
    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new InvalidInputException("latitude", "is not -90 to 90", "degrees north");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new InvalidInputException("longitude", "is not -180 to 180", "degrees east");
        }
    }

    /** The distance along a sphere, in metres: at most half a percent wrong within Sweden. */
    public double metresTo(GeoPoint other) {
        double lat = Math.toRadians(other.latitude - latitude) / 2;
        double lon = Math.toRadians(other.longitude - longitude) / 2;
        double a =
                Math.pow(Math.sin(lat), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(other.latitude))
                                * Math.pow(Math.sin(lon), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
