import Testing

@testable import JBEMOutput

/// RFC 5545: escaping (3.3.11), folding (3.1).
@Suite struct ICalendarTests {
    @Test func textIsEscaped() {
        #expect(ICalendar.escaped("a;b,c\\d\ne\u{7}") == "a\\;b\\,c\\\\d\\ne")
    }

    @Test func linesAreFoldedAt75OctetsBetweenCharacters() {
        let line = "SUMMARY:" + String(repeating: "应", count: 60)
        let folded = ICalendar.folded(line)
        let parts = folded.components("\r\n ")
        #expect(parts.joined() == line && parts.count > 2)
        for (index, part) in parts.enumerated() { #expect(part.utf8.count + (index == 0 ? 0 : 1) <= 75) }
        #expect(ICalendar.folded(String(repeating: "a", count: 75)) == String(repeating: "a", count: 75))
        #expect(ICalendar.folded(String(repeating: "a", count: 76)).contains("\r\n a"))
    }

    @Test func anObjectIsWhole() {
        let event = ICalendar.Event(uid: "x/1@u", day: "2025-06-01", summary: "复评", description: "甲\n乙", categories: ["a,b"])
        #expect(
            ICalendar(name: "n", stamp: "2026-11-23T08:00:00Z", events: [event]).text.components("\r\n") == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jbem//agenda//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:n",
                "BEGIN:VEVENT", "UID:x/1@u", "DTSTAMP:20261123T080000Z", "DTSTART;VALUE=DATE:20250601", "SUMMARY:复评", "DESCRIPTION:甲\\n乙",
                "CATEGORIES:a\\,b", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
            ])
    }
}

extension String {
    /// The parts between the occurrences of a separator, without Foundation.
    fileprivate func components(_ separator: String) -> [String] {
        var (parts, current) = ([String](), [Unicode.Scalar]())
        let mark = Array(separator.unicodeScalars)
        for scalar in unicodeScalars {
            current.append(scalar)
            if current.count >= mark.count, Array(current.suffix(mark.count)) == mark {
                parts.append(String(String.UnicodeScalarView(current.dropLast(mark.count))))
                current = []
            }
        }
        return parts + [String(String.UnicodeScalarView(current))]
    }
}
