internal import Glibc

/// A place on the globe in degrees; all places of a route must have the same datum.
package struct RoutePoint: Sendable, Equatable {
    package let longitude: Double
    package let latitude: Double

    package init(longitude: Double, latitude: Double) { (self.longitude, self.latitude) = (longitude, latitude) }

    /// The great-circle distance in km on a sphere.
    ///
    /// ## Source
    /// Haversine formula (Sinnott 1984) with the mean radius R₁ = 6371.0088 km of GRS 80 (Moritz 2000); against the ellipsoid up to about 0.5 %.
    package func distanceKm(to other: RoutePoint) -> Double {
        let radians = Double.pi / 180
        let dLatitude = (other.latitude - latitude) * radians
        let dLongitude = (other.longitude - longitude) * radians
        let a =
            pow(sin(dLatitude / 2), 2) + cos(latitude * radians) * cos(other.latitude * radians) * pow(sin(dLongitude / 2), 2)
        return 2 * 6371.0088 * asin(min(1, a.squareRoot()))
    }
}
