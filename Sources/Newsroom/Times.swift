public import Editorial

extension Zone {
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

extension Newsroom {
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
