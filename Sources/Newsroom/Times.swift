public import Editorial

extension Zone {
  /// Every moment at which the clock on the newsroom's wall shows a day and a second of it: one, none in
  /// an hour that is skipped, two in one that is doubled.
  func moments(_ day: Day, _ second: Int) -> [Moment] {
    let wall = Int64(day.number) * 86_400 + Int64(second)
    var found: Set<Moment> = []
    for side in [-86_400, 86_400] as [Int64] {
      let near = Moment(seconds: wall + side)
      let there = clock(near)
      let shown =
        Int64(there.day.number) * 86_400
        + Int64(there.hour * 3600 + there.minute * 60 + there.second)
      let candidate = Moment(seconds: wall - (shown - near.seconds))
      let check = clock(candidate)
      if check.day == day, check.hour * 3600 + check.minute * 60 + check.second == second {
        found.insert(candidate)
      }
    }
    return found.sorted()
  }

  /// When the clock on the newsroom's wall shows a day and a second of it.
  func moment(_ day: Day, _ second: Int) -> Moment {
    let wall = Int64(day.number) * 86_400 + Int64(second)
    var moment = Moment(seconds: wall)
    // The offset is known for a moment alone: the second guess stands on the right side of a change.
    for _ in 0..<2 {
      let shown = clock(moment)
      let there =
        Int64(shown.day.number) * 86_400
        + Int64(shown.hour * 3600 + shown.minute * 60 + shown.second)
      moment = moment + (wall - there)
    }
    return moment
  }
}

/// A time that somebody plans for.
public struct PlannedTime: Sendable {
  public var moment: Moment
  /// Whether the clocks show it twice, and this is the first.
  public var isDoubled: Bool
}

extension Newsroom {
  /// A time to come as people write it, in the newsroom's zone: `06:00` (the next one),
  /// `2026-11-25 06:00`, or ISO 8601 with or without a zone.
  ///
  /// An hour that the clocks skip is an error; of a doubled one the first is taken.
  public func moment(future text: String) throws(Failure) -> PlannedTime {
    if let moment = Moment(text) { return PlannedTime(moment: moment, isDoubled: false) }
    let words = text.replacing("T", with: " ").split(separator: " ").map(String.init)
    var time: (day: Day, minute: Int)?
    if words.count == 1, let minute = minute(words[0]) {
      let next = zone.moments(today, minute * 60).contains { $0 > circumstances.now }
      time = (Day(number: today.number + (next ? 0 : 1)), minute)
    } else if words.count == 2, let minute = minute(words[1]) {
      let day = words[0] == "tomorrow" ? Day(number: today.number + 1) : day(words[0])
      time = day.map { ($0, minute) }
    }
    guard let time else {
      throw Failure(
        .invalid, "`\(text)` is no time",
        hint: "write it as 06:00, \"2026-11-26 06:00\" or 2026-11-26T06:00:00Z")
    }
    let moments = zone.moments(time.day, time.minute * 60)
    guard let first = moments.first else {
      throw Failure(
        .invalid,
        "there is no \(words.last ?? text) on \(time.day) in \(zone.name): the clocks go forward",
        hint: "choose an hour before or after, or write it with a zone")
    }
    return PlannedTime(moment: first, isDoubled: moments.count > 1)
  }

  /// A time in the past as people write it: `18:36` (the last one), `2026-11-24`,
  /// `2026-11-24 18:36`, `today`, `yesterday`, or ISO 8601 with a zone.
  ///
  /// A day or a minute is a stretch of time: its first second, or with `atEnd` its last.
  public func moment(past text: String, atEnd: Bool) -> Moment? {
    if let moment = Moment(text) { return moment }
    let words = text.replacing("T", with: " ").split(separator: " ").map(String.init)
    switch words.count {
    case 1:
      if let minute = minute(words[0]) {
        let later = zone.moment(today, minute * 60) > circumstances.now
        let last = Day(number: today.number - (later ? 1 : 0))
        return zone.moment(last, minute * 60 + (atEnd ? 59 : 0))
      }
      return day(words[0]).map { zone.moment($0, atEnd ? 86_399 : 0) }
    case 2:
      guard let day = day(words[0]), let minute = minute(words[1]) else { return nil }
      return zone.moment(day, minute * 60 + (atEnd ? 59 : 0))
    default: return nil
    }
  }

  private func day(_ text: String) -> Day? {
    switch text {
    case "today": today
    case "yesterday": Day(number: today.number - 1)
    default: Day(text)
    }
  }

  /// `18:36` as minutes of the day.
  private func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
