internal import Editorial
internal import TOMLKit

/// TOML fields, each value as its text.
enum TOMLMatter {
  /// Reads a table whose first line is `line` of its file.
  static func read(_ text: String, from line: Int) throws(Matter.Fault) -> [Matter.Field] {
    guard text.utf8.count <= YAMLMatter.mostBytes else {
      throw Matter.Fault(line: line, reason: "its fields are longer than 256 KiB")
    }
    let table: TOMLTable
    do { table = try TOMLTable(string: text) } catch let error as TOMLParseError {
      throw Matter.Fault(
        line: line + max(0, error.source.begin.line - 1), reason: "the line is not readable TOML")
    } catch {
      throw Matter.Fault(line: line, reason: "its fields are not readable TOML")
    }
    let places = places(in: text)
    return table.keys.map { key in
      Matter.Field(
        key: key, value: table[key].map { value($0, depth: 0) } ?? .scalar(""),
        line: line + (places[key] ?? 0))
    }.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
  }

  private static func value(_ found: any TOMLValueConvertible, depth: Int) -> Value {
    guard depth < 16 else { return .scalar("") }
    if let text = found.string { return .scalar(text) }
    if let list = found.array { return .list(list.map { value($0, depth: depth + 1) }) }
    if let table = found.table {
      return .map(
        table.keys.map { key in
          Value.Pair(key, table[key].map { value($0, depth: depth + 1) } ?? .scalar(""))
        })
    }
    if let truth = found.bool { return .scalar(truth ? "true" : "false") }
    if let number = found.int { return .scalar(String(number)) }
    if let number = found.double { return .scalar("\(number)") }
    if let date = found.date { return .scalar(day(date)) }
    if let time = found.time { return .scalar(clock(time)) }
    if let moment = found.dateTime {
      let offset = moment.offset.map { offset -> String in
        let minutes = Int(offset.offset)
        guard minutes != 0 else { return "Z" }
        return (minutes < 0 ? "-" : "+") + padded(abs(minutes) / 60) + ":"
          + padded(abs(minutes) % 60)
      }
      return .scalar(day(moment.date) + "T" + clock(moment.time) + (offset ?? ""))
    }
    return .scalar("")
  }

  private static func day(_ date: TOMLDate) -> String {
    "\(padded(date.year, to: 4))-\(padded(date.month))-\(padded(date.day))"
  }

  private static func clock(_ time: TOMLTime) -> String {
    "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))"
  }

  /// How many lines from the first each key of the top stands, tables included.
  private static func places(in text: String) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let head = line.prefix { $0 != "=" && $0 != "]" && $0 != "." }
      let key = head.filter { !"[\"' ".contains($0) }
      if !key.isEmpty, places[String(key)] == nil { places[String(key)] = index }
    }
    return places
  }
}
