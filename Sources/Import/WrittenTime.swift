public import Editorial

/// A day, and perhaps a time and a zone, as somebody wrote it.
///
/// No calendar library reads it: those turn `2024-13-45` into a day in another year.
public struct WrittenTime: Hashable, Sendable {
  public var day: Day
  /// Seconds of the day; nil where only a day was written.
  public var second: Int?
  /// Seconds east of UTC; nil where no zone was written.
  public var offset: Int?

  /// Why a text is no time.
  public struct NoTime: Error, Sendable {
    public let reason: String
  }

  /// Reads `2013-09-13 10:36:18 -0400`, `2014-7-02`, `2016/03/04`, ISO 8601, `2 January 2024`,
  /// `Jan 2, 2024`, `Tue, 02 Jan 2024 15:04:05 GMT`, with zones as `Z`, `UTC`, `-05:00`, `-0500`, `-5`.
  public init(_ text: String) throws(NoTime) {
    // What stands in brackets is for people: `GMT+0000 (UTC)`.
    let plain = text.replacing(#/\s*\([^()]*\)/#, with: "")
    var words = plain.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    guard let first = words.first else { throw NoTime(reason: "there is no date in it") }
    if let mark = first.firstIndex(of: "T"), first.first?.isNumber == true {
      let rest = String(first[first.index(after: mark)...])
      words.replaceSubrange(0..<1, with: [String(first[..<mark])] + Self.parted(rest))
    }
    if words.first?.first?.isLetter == true, words.count > 1, Self.month(words[0]) == nil {
      words.removeFirst()
    }
    day = try Self.day(&words, in: text)
    guard let clock = words.first else { return }
    var parts = Self.parted(clock)
    words.removeFirst()
    second = try Self.second(parts.removeFirst(), words.first, in: text)
    if let half = words.first?.lowercased(), ["am", "pm"].contains(half) { words.removeFirst() }
    parts += words
    let zone = parts.joined()
    guard !zone.isEmpty else { return }
    guard let offset = Self.offset(zone) else {
      throw NoTime(reason: "`\(text)` has a zone that is none: \(zone)")
    }
    self.offset = offset
  }

  public init(day: Day, second: Int? = nil, offset: Int? = nil) {
    (self.day, self.second, self.offset) = (day, second, offset)
  }

  /// `10:36:18-0400` as its clock and its zone.
  private static func parted(_ text: String) -> [String] {
    guard let end = text.firstIndex(where: { !($0.isNumber || $0 == ":" || $0 == ".") }) else {
      return [text]
    }
    let half = text[end...].lowercased()
    if half == "am" || half == "pm" { return [text] }
    return [String(text[..<end]), String(text[end...])]
  }

  private static func day(_ words: inout [String], in text: String) throws(NoTime) -> Day {
    let numbers = words[0].split(whereSeparator: { "-/.".contains($0) }).map { Int($0) }
    if numbers.count == 3, let year = numbers[0], let month = numbers[1], let number = numbers[2],
      words[0].prefix(4).allSatisfy(\.isNumber)
    {
      words.removeFirst()
      return try exact(year, month, number, text)
    }
    // `03-Apr-20`, as RFC 850 has it.
    let parts = words[0].split(separator: "-").map(String.init)
    if parts.count == 3, month(parts[1]) != nil { words.replaceSubrange(0..<1, with: parts) }
    guard words.count >= 3 else { throw NoTime(reason: "`\(text)` is no date") }
    let head = Array(words[..<3])
    let digits = head.map { Int($0.prefix { $0.isNumber }) }
    if let month = month(head[1]), let number = digits[0], let year = year(head[2]) {
      words.removeFirst(3)
      return try exact(year, month, number, text)
    }
    if let month = month(head[0]), let number = digits[1], let year = year(head[2]) {
      words.removeFirst(3)
      return try exact(year, month, number, text)
    }
    throw NoTime(reason: "`\(text)` is no date")
  }

  /// A year of two digits as RFC 2822 reads it (§4.3): 49 is 2049, 50 is 1950.
  private static func year(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    guard let year = Int(digits) else { return nil }
    return digits.count > 2 ? year : year + (year < 50 ? 2000 : 1900)
  }

  private static func exact(
    _ year: Int, _ month: Int, _ number: Int, _ text: String
  ) throws(NoTime) -> Day {
    guard year >= 1000, let day = Day(year: year, month: month, day: number) else {
      throw NoTime(
        reason: "there is no day \(padded(year, to: 4))-\(padded(month))-\(padded(number))")
    }
    return day
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let start = word.prefix(3).lowercased()
    guard word.allSatisfy({ $0.isLetter || $0 == "." }) else { return nil }
    return names.firstIndex(of: start).map { $0 + 1 }
  }

  private static func second(
    _ clock: String, _ half: String?, in text: String
  ) throws(NoTime) -> Int {
    let plain = clock.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    var parts = plain.split(separator: ":").map { Int($0.prefix { $0.isNumber }) }
    while parts.count < 3 { parts.append(0) }
    guard plain.contains(":"), parts.count == 3, var hour = parts[0], let minute = parts[1],
      let second = parts[2], hour < 25, minute < 60, second < 61
    else { throw NoTime(reason: "`\(text)` has a time that no clock shows") }
    switch (half ?? String(clock[plain.endIndex...])).lowercased() {
    case "pm" where hour < 12: hour += 12
    case "am" where hour == 12: hour = 0
    default: break
    }
    guard hour < 24 else { throw NoTime(reason: "`\(text)` has a time that no clock shows") }
    return hour * 3600 + minute * 60 + min(second, 59)
  }

  private static func offset(_ zone: String) -> Int? {
    if ["z", "utc", "gmt", "ut"].contains(zone.lowercased()) { return 0 }
    let american = ["est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8]
    if let hours = american[zone.lowercased()] { return hours * 3600 }
    if zone.lowercased() == "pdt" { return -7 * 3600 }
    // JavaScript's `GMT+0000`.
    if ["gmt", "utc"].contains(zone.prefix(3).lowercased()) {
      return offset(String(zone.dropFirst(3)))
    }
    guard let sign = zone.first, "+-".contains(sign) else { return nil }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isNumber) else { return nil }
    let number = Int(digits) ?? 0
    let (hours, minutes) = digits.count <= 2 ? (number, 0) : (number / 100, number % 100)
    guard hours < 15, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// The moment that is meant: by its own zone, else by the newsroom's wall clock; the remark says
  /// where that clock never showed it, or showed it twice.
  public func moment(_ surroundings: Surroundings) -> (moment: Moment, remark: String?) {
    let wall = Int64(day.number) * 86_400 + Int64(second ?? 0)
    if let offset { return (Moment(seconds: wall - Int64(offset)), nil) }
    let moments = surroundings.moments(day, second ?? 0)
    if let first = moments.first {
      return (
        first, moments.count > 1 && second != nil ? "\(text) was twice; the first is taken" : nil
      )
    }
    for later in 1...4 {
      let shifted = (second ?? 0) + later * 1800
      if let found = surroundings.moments(day, shifted).first {
        let shown = WrittenTime(day: day, second: shifted)
        return (
          found, second == nil ? nil : "the clocks skip \(text); \(shown.text) is taken instead"
        )
      }
    }
    return (Moment(seconds: wall), "the clocks skip \(text); it is taken as UTC")
  }

  private var text: String {
    let second = second ?? 0
    return "\(day) \(padded(second / 3600)):\(padded(second % 3600 / 60))"
  }
}
