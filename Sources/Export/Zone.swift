internal import Editorial
internal import Foundation

/// The newsroom's time zone: what its clocks and calendars show.
struct Zone: Sendable {
  private let zone: TimeZone

  init(_ name: String) throws(ExportFault) {
    guard let zone = TimeZone(identifier: name) else { throw .unknownZone(name) }
    self.zone = zone
  }

  /// Seconds east of UTC.
  func offset(at moment: Moment) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }

  /// `2026-11-24T12:00:00+01:00`.
  func iso(_ moment: Moment) -> String { moment.iso(offset: offset(at: moment)) }

  /// `Tue 24 November 2026, 12:00`.
  func shown(_ moment: Moment) -> String {
    let clock = Clock(moment, offset: offset(at: moment))
    return "\(clock.day.weekday) \(clock.day.shown), \(clock.time)"
  }

  /// `12:00`.
  func clock(_ moment: Moment) -> String { Clock(moment, offset: offset(at: moment)).time }

  func day(of moment: Moment) -> Day { Clock(moment, offset: offset(at: moment)).day }

  /// When the day is over.
  func end(of day: Day) -> Moment {
    let midnight = Moment(seconds: Int64(day.number + 1) * 86_400)
    let near = midnight + Int64(-offset(at: midnight))
    return midnight + Int64(-offset(at: near))
  }
}

extension Day {
  /// `24 November 2026`.
  var shown: String { "\(day) \(fullMonthName) \(year)" }

  /// `November`.
  var fullMonthName: String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ][month - 1]
  }
}

extension Moment {
  /// RFC 822 with a year of four digits, in UTC, as feeds want it (RSS 2.0, `pubDate`).
  var rfc822: String {
    let clock = Clock(self)
    let day = clock.day
    return "\(day.weekday), \(padded(day.day)) \(day.monthName) \(padded(day.year, to: 4)) "
      + "\(clock.time):\(padded(clock.second)) +0000"
  }
}
