/// Writes days as an iCalendar object (RFC 5545).
package struct ICalendar: Sendable {
    /// A whole-day event.
    package struct Event: Sendable {
        /// Names the event for good.
        let uid: String
        /// Gives the day, `YYYY-MM-DD`.
        let day: String
        let summary: String
        let description: String
        let categories: [String]

        /// Makes an event.
        package init(uid: String, day: String, summary: String, description: String, categories: [String]) {
            (self.uid, self.day, self.summary, self.description, self.categories) = (uid, day, summary, description, categories)
        }
    }

    /// Names the calendar.
    let name: String
    /// Gives the moment of writing, `YYYY-MM-DDTHH:MM:SSZ`.
    let stamp: String
    let events: [Event]

    /// Makes a calendar.
    package init(name: String, stamp: String, events: [Event]) { (self.name, self.stamp, self.events) = (name, stamp, events) }

    /// Returns the text, lines folded at 75 octets and ended by CR LF.
    package var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jbem//agenda//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
        lines.append("X-WR-CALNAME:\(Self.escaped(name))")
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "DTSTAMP:\(Self.basic(stamp))",
                "DTSTART;VALUE=DATE:\(Self.basic(event.day))",
                "SUMMARY:\(Self.escaped(event.summary))", "DESCRIPTION:\(Self.escaped(event.description))",
                "CATEGORIES:\(event.categories.map(Self.escaped).joined(separator: ","))", "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        }
        return (lines + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined()
    }

    /// Backslash, semicolon, comma and line feed are written with a backslash; other control characters are left out (RFC 5545, 3.3.11).
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// A line longer than 75 octets goes on in the next one after a space, never within a character (RFC 5545, 3.1).
    static func folded(_ line: String) -> String {
        var (result, width) = ("", 0)
        for scalar in line.unicodeScalars {
            let octets = UTF8.width(scalar)
            if width + octets > 75 {
                result += "\r\n "
                width = 1
            }
            result.unicodeScalars.append(scalar)
            width += octets
        }
        return result
    }

    private static func basic(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }
}
