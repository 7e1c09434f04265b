internal import Editorial

/// Patterns of addresses, as `/:year/:month/:day/:title/`.
enum Permalink {
  /// `/2019/01/14`.
  static func path(of day: Day) -> String {
    "/\(padded(day.year, to: 4))/\(padded(day.month))/\(padded(day.day))"
  }

  /// Nil where the pattern asks for what is not known.
  static func filled(_ pattern: String, _ day: Day, _ names: [String: String]) -> String? {
    var result = ""
    var rest = pattern[...]
    let yearDay = day.number - (Day(year: day.year, month: 1, day: 1)?.number ?? 0) + 1
    let dates: [String: String] = [
      "year": padded(day.year, to: 4), "month": padded(day.month), "day": padded(day.day),
      "i_month": String(day.month), "i_day": String(day.day), "short_year": padded(day.year % 100),
      "y_day": padded(yearDay, to: 3), "monthname": day.monthName.lowercased(),
      "short_month": day.monthName, "yearday": String(yearDay),
    ]
    while let character = rest.first {
      guard character == ":" else {
        result.append(character)
        rest = rest.dropFirst()
        continue
      }
      let name = rest.dropFirst().prefix { $0.isLetter || $0 == "_" }
      guard let value = dates[String(name)] ?? names[String(name)] else { return nil }
      result += value
      rest = rest.dropFirst(name.count + 1)
    }
    while result.contains("//") { result = result.replacing("//", with: "/") }
    return result.hasPrefix("/") ? result : "/" + result
  }
}
