public import Editorial
import Foundation

/// The newsroom's time zone, looked up once.
///
/// Nothing else in the program asks for a zone.
public struct Zone: Sendable {
  public let name: String
  private let zone: TimeZone

  /// UTC where the machine knows no zone of this name.
  public init(_ name: String) {
    self.name = name
    zone = TimeZone(identifier: name) ?? .gmt
  }

  /// Whether the machine knows a zone of this name.
  public static func exists(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

  /// The machine's own zone.
  public static var machine: String { TimeZone.current.identifier }

  public func clock(_ moment: Moment) -> Clock {
    let date = Date(timeIntervalSince1970: Double(moment.seconds))
    return Clock(moment, offset: zone.secondsFromGMT(for: date))
  }
}

extension Newsroom {
  public var zone: Zone { Zone(desk.policy.house.timezone) }

  /// Today in the newsroom.
  public var today: Day { zone.clock(circumstances.now).day }

  /// A time in the newsroom's zone: `14:02` today, day and time otherwise.
  func when(_ moment: Moment) -> String {
    let there = zone.clock(moment)
    return there.day == today
      ? there.time
      : "\(there.day.weekday) \(there.day.day) \(there.day.monthName) \(there.time)"
  }
}
