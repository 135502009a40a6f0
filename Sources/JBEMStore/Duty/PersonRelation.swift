internal import JBEMCore

/// Persons with the day on which their number was last verified.
enum PersonRelation {
    static let current = Relation(sql: "SELECT p.*, \(verifiedOn) AS phone_verified_on FROM person AS p")

    /// The last call by `:as_of` that reached the person `p` at the present number; NULL without one.
    static let verifiedOn = """
        (SELECT max(checked_on) FROM phone_check WHERE person = p.id AND is_reached AND checked_on <= :as_of AND checked_on >= \(changedOn))
        """

    /// A change of the number after the day asked about is not known yet.
    static let changedOn = "coalesce(CASE WHEN p.phone_changed_on <= :as_of THEN p.phone_changed_on END, '')"
}
