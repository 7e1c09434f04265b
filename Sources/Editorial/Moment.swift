/// A point in time, in whole seconds since 1970 in UTC.
///
/// Civil dates are worked out here rather than by Foundation, whose calendars load ICU at each
/// start; the algorithms are those of Howard Hinnant's *chrono-Compatible Low-Level Date Algorithms*.
public struct Moment: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  /// Reads ISO 8601 with a zone: `2026-11-25T18:00:00Z`, `…+01:00`, with or without seconds.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, let day = Day(bytes[0..<10]), bytes[10] == UInt8(ascii: "T")
    else { return nil }
    var rest = bytes[11...]
    guard let hour = rest.takeNumber(2), rest.take(":"), let minute = rest.takeNumber(2)
    else { return nil }
    var second = 0
    if rest.take(":") {
      guard let number = rest.takeNumber(2) else { return nil }
      second = number
      if rest.take(".") { rest = rest.drop { (0x30...0x39).contains($0) } }
    }
    var offset = 0
    if !rest.take("Z") {
      let sign = rest.take("+") ? 1 : rest.take("-") ? -1 : 0
      guard sign != 0, let hours = rest.takeNumber(2) else { return nil }
      _ = rest.take(":")
      guard let minutes = rest.takeNumber(2), hours < 15, minutes < 60 else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    guard rest.isEmpty, hour < 24, minute < 60, second < 61 else { return nil }
    seconds =
      Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset)
  }

  public init(from decoder: any Decoder) throws {
    seconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }

  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  public static func - (left: Moment, right: Moment) -> Int64 { left.seconds - right.seconds }

  public static func + (left: Moment, right: Int64) -> Moment {
    Moment(seconds: left.seconds + right)
  }

  /// ISO 8601 in UTC: `2026-11-24T08:10:00Z`.
  public var description: String { iso(offset: 0) }

  /// ISO 8601 at `offset` seconds east of UTC, with a colon in the zone as feeds demand.
  public func iso(offset: Int) -> String {
    let clock = Clock(self, offset: offset)
    let zone =
      offset == 0
      ? "Z"
      : (offset < 0 ? "-" : "+") + padded(abs(offset) / 3600) + ":"
        + padded(abs(offset) % 3600 / 60)
    return "\(clock.day)T\(clock.time):\(padded(clock.second))\(zone)"
  }
}

/// What a clock and a calendar on the wall show at a moment.
public struct Clock: Hashable, Sendable {
  public let day: Day
  public let hour, minute, second: Int

  /// The wall time at `offset` seconds east of UTC.
  public init(_ moment: Moment, offset: Int = 0) {
    let local = moment.seconds + Int64(offset)
    let number = Int((local >= 0 ? local : local - 86_399) / 86_400)
    let rest = Int(local - Int64(number) * 86_400)
    day = Day(number: number)
    (hour, minute, second) = (rest / 3600, rest % 3600 / 60, rest % 60)
  }

  /// As in `14:02`.
  public var time: String { "\(padded(hour)):\(padded(minute))" }
}

/// A day of the Gregorian calendar.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year, month, day: Int

  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard day <= length else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `2026-11-24`; nil for a day that does not exist.
  public init?(_ text: some StringProtocol) { self.init(Array(text.utf8)[...]) }

  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    guard bytes.count == 10, let year = rest.takeNumber(4), rest.take("-"),
      let month = rest.takeNumber(2), rest.take("-"), let day = rest.takeNumber(2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day `number` days after 1970-01-01.
  public init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  public var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `Mon` to `Sun`.
  public var weekday: String {
    ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((number % 7) + 7) % 7]
  }

  /// `Jan` to `Dec`.
  public var monthName: String {
    [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][month - 1]
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// As in `2026-11-24`.
  public var description: String { "\(padded(year, to: 4))-\(padded(month))-\(padded(day))" }

  /// `2026/11/24`, as in the paths of stories.
  public var path: String { "\(padded(year, to: 4))/\(padded(month))/\(padded(day))" }
}

/// `number` with leading zeros up to `width` digits.
public func padded(_ number: Int, to width: Int = 2) -> String {
  let digits = String(number)
  return digits.count >= width
    ? digits : String(repeating: "0", count: width - digits.count) + digits
}

extension ArraySlice<UInt8> {
  fileprivate mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber(_ digits: Int) -> Int? {
    guard count >= digits else { return nil }
    var number = 0
    for byte in prefix(digits) {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    removeFirst(digits)
    return number
  }
}
