internal import JBEMCore

/// Persons with the day on which their number was last verified.
enum PersonRelation {
    static let current = Relation(sql: "SELECT p.*, \(verifiedOn) AS phone_verified_on FROM person AS p")

    /// The last call by `:as_of` that reached the person `p` at the present number; NULL without one, or if a later call failed.
    static let verifiedOn = """
        (SELECT max(c.checked_on) FROM phone_check AS c WHERE c.person = p.id AND c.is_reached AND c.checked_on <= :as_of
            AND c.checked_on >= \(changedOn) AND NOT EXISTS (SELECT 1 FROM phone_check AS f WHERE f.person = p.id AND NOT f.is_reached
                AND f.checked_on BETWEEN c.checked_on AND :as_of))
        """

    /// A change of the number after the day asked about is not known yet.
    static let changedOn = "coalesce(CASE WHEN p.phone_changed_on <= :as_of THEN p.phone_changed_on END, '')"
}
