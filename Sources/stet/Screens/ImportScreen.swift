import Editorial
import Import
import Newsroom

/// What an import says: what did not come in, what came over as something else, and the sum.
enum ImportScreen {
  static func answer(
    _ report: ImportReport, _ format: ImportFormat, _ path: String, _ newsroom: borrowing Newsroom,
    _ isDry: Bool
  ) -> Answer {
    let intake = report.intake
    var lines = sums(report, isDry, newsroom)
    var named = intake.refused.map { "not in: \(place($0.source, $0.line)): \($0.reason)" }
    named += intake.ignored.map { "left out: \(place($0.source, $0.line)): \($0.reason)" }
    for item in intake.items {
      for (message, places) in folded(item.notes) {
        named.append("\(item.source)\(places): \(message)")
      }
    }
    if !named.isEmpty { lines += [""] + named }
    var answer = Answer(lines, json: json(report, format, path))
    answer.status = intake.refused.isEmpty ? .done : .failed
    if !isDry, report.commit != nil {
      answer.hints = [
        report.published > 0
          ? "stet release brings what is published to readers; stet list shows what came in"
          : "stet list shows what came in"
      ]
    }
    return answer
  }

  private static func sums(
    _ report: ImportReport, _ isDry: Bool, _ newsroom: borrowing Newsroom
  ) -> [String] {
    let intake = report.intake
    var lines: [String] = []
    func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
      "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
    if intake.items.isEmpty {
      lines.append(isDry ? "Would import nothing new." : "Nothing new comes in.")
    } else {
      let stages = [
        report.published > 0 ? "\(report.published) published" : nil,
        report.drafts > 0 ? count(report.drafts, "draft") : nil,
        report.spiked > 0 ? "\(report.spiked) spiked" : nil,
      ].compactMap { $0 }.joined(separator: ", ")
      lines.append(
        "\(isDry ? "Would import" : "Imported") \(count(intake.items.count, "story", "stories")): \(stages)\(newsroom.signature())."
      )
    }
    if !intake.known.isEmpty {
      lines.append(
        intake.known.count == 1
          ? "1 story came in before and stays as it is."
          : "\(intake.known.count) stories came in before and stay as they are.")
    }
    let also = [
      intake.people.isEmpty ? nil : count(intake.people.count, "new person", "new people"),
      intake.sections.isEmpty ? nil : count(intake.sections.count, "new section"),
      intake.pictures.isEmpty ? nil : count(intake.pictures.count, "picture"),
    ].compactMap { $0 }
    if !also.isEmpty { lines.append("With them \(prose(also)).") }
    let notes = intake.items.count { !$0.notes.isEmpty }
    let rest = [
      intake.refused.isEmpty ? nil : "\(intake.refused.count) did not come in",
      intake.ignored.isEmpty ? nil : "\(count(intake.ignored.count, "file")) left out",
      notes == 0 ? nil : "remarks on \(count(notes, "story", "stories"))",
    ].compactMap { $0 }
    if !rest.isEmpty {
      let words = prose(rest)
      lines.append(words.prefix(1).uppercased() + words.dropFirst() + ": named below.")
    }
    return lines
  }

  private static func place(_ source: String, _ line: Int?) -> String {
    line.map { "\(source):\($0)" } ?? source
  }

  /// The same remark on several lines is one.
  private static func folded(_ notes: [Remark]) -> [(message: String, places: String)] {
    var order: [String] = []
    var lines: [String: [Int]] = [:]
    for note in notes {
      if lines[note.message] == nil { order.append(note.message) }
      guard let line = note.line, lines[note.message]?.last != line else {
        lines[note.message, default: []] += []
        continue
      }
      lines[note.message, default: []].append(line)
    }
    return order.map { message in
      let places = lines[message] ?? []
      return (message, places.isEmpty ? "" : ":" + places.map(String.init).joined(separator: ","))
    }
  }

  private static func json(_ report: ImportReport, _ format: ImportFormat, _ path: String) -> JSON {
    let intake = report.intake
    func refusals(_ list: [Batch.Refusal]) -> JSON {
      .array(
        list.map {
          .object([
            ("source", .string($0.source)), ("line", $0.line.map(JSON.int) ?? .null),
            ("reason", .string($0.reason)),
          ])
        })
    }
    let notes = intake.items.flatMap { item in
      item.notes.map { note in
        JSON.object([
          ("source", .string(item.source)), ("story", .string(item.slug)),
          ("line", note.line.map(JSON.int) ?? .null), ("message", .string(note.message)),
        ])
      }
    }
    return .object([
      ("format", .string(format.name)), ("source", .string(path)),
      ("stories", .int(intake.items.count)), ("published", .int(report.published)),
      ("drafts", .int(report.drafts)), ("spiked", .int(report.spiked)),
      ("known", .int(intake.known.count)),
      ("people", .int(intake.people.count)), ("sections", .int(intake.sections.count)),
      ("pictures", .int(intake.pictures.count)), ("refused", refusals(intake.refused)),
      ("leftOut", refusals(intake.ignored)), ("notes", .array(notes)),
      ("commit", JSON(report.commit)),
    ])
  }
}
