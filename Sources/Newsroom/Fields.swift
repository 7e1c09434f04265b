public import Editorial

/// Words given on the command line: fields set and unset, a body.
public struct Edits: Sendable {
  /// Key and value, in the order given.
  public var set: [(key: String, value: Value)] = []
  public var unset: [String] = []
  public var body: String?

  public init() {}

  public var isEmpty: Bool { self.set.isEmpty && unset.isEmpty && body == nil }

  /// Adds a `key=value`: for the fields that are text the value is taken as it is, for others it is
  /// YAML.
  public mutating func add(assignment: String) throws(Failure) {
    guard let sign = assignment.firstIndex(of: "="), sign > assignment.startIndex else {
      throw Failure(
        .usage, "`\(assignment)` sets nothing", hint: "write --set key=value, as --set urgency=3")
    }
    let key = String(assignment[..<sign])
    let text = String(assignment[assignment.index(after: sign)...])
    if Self.textKeys.contains(key) {
      set.append((key, .scalar(text)))
      return
    }
    do throws(Fault) {
      let file = try FrontMatter("---\n\(key): \(text)\n---\n")
      guard file.fields.count == 1, let field = file.fields.first, field.key == key else {
        throw Fault(line: 1, "`\(key)` is no key")
      }
      set.append((key, field.value))
    } catch {
      guard !text.contains("\n"), !"[{".contains(text.first ?? " "), FieldName.isValid(key) else {
        throw Failure(
          .invalid, "--set \(key): \(error.message)",
          hint: error.hint ?? "a value of --set is YAML, as --set 'tags=[harbour, ferries]'")
      }
      set.append((key, .scalar(text)))
    }
  }

  static let textKeys: Set = [
    "headline", "kicker", "standfirst", "deck", "dateline", "notice", "slug", "section", "language",
    "brief", "slugline", "summary", "copyright", "translation-of",
  ]
}

/// The keys that a story may have.
public enum FieldName {
  public static let known = [
    "headline", "kicker", "standfirst", "deck", "section", "tags", "byline", "reporting", "credit",
    "dateline", "language", "urgency", "image", "related", "embargo", "slug", "kind", "notice",
    "brief", "genre", "mediatopics", "slugline", "summary", "copyright", "translation-of",
    "aliases",
  ]

  static func isValid(_ key: String) -> Bool {
    !key.isEmpty && !key.hasPrefix("-")
      && key.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || [0x2D, 0x2E, 0x5F].contains($0)
      }
  }

  /// What does the work of a managed key that someone tried to set by hand.
  static func command(for key: String) -> String {
    switch key {
    case "stage": "stet submit, approve, reject or publish move a story"
    case "approvals": "stet approve gives one"
    case "editors": "it is made from the record"
    case "version", "published", "modified", "day", "path", "publication", "notices":
      "stet publish writes it"
    case "workflow": "a chief's stet move to another workflow does that"
    default: "stet keeps it itself"
    }
  }
}

extension Newsroom {
  /// Refuses fields that no edit may set, and values that can't be right; says what looks odd.
  func check(_ edits: Edits) throws(Failure) {
    for key in edits.set.map(\.key) + edits.unset {
      if Managed.keys.contains(key) {
        throw Failure(
          .refused, "`\(key)` is kept by stet and set by no edit", hint: FieldName.command(for: key)
        )
      }
      guard FieldName.isValid(key) else {
        throw Failure(
          .invalid, "`\(key)` can't be the name of a field",
          hint: "a name has letters, digits, hyphens and underscores")
      }
      let others = desk.policy.house.publicFields
      if !FieldName.known.contains(key), !others.contains(key),
        let near = FieldName.known.nearest(to: key)
      {
        circumstances.say("warning: `\(key)` is not a field that stet knows; did you mean \(near)?")
      }
    }
    for (key, value) in edits.set { try check(key, value) }
    let keys = edits.set.map(\.key) + edits.unset
    if let twice = keys.first(where: { key in keys.count { $0 == key } > 1 }) {
      throw Failure(.usage, "`\(twice)` is given twice", hint: "give it once")
    }
  }

  private static let oneLine: Set = [
    "headline", "kicker", "dateline", "section", "slug", "language", "slugline", "translation-of",
  ]

  private func check(_ key: String, _ value: Value) throws(Failure) {
    for text in value.leaves {
      if let bad = text.unicodeScalars.first(where: {
        $0.value < 0x20 && $0 != "\t" && $0 != "\n" || (0x7F..<0xA0).contains($0.value)
          || $0.value == 0x2028 || $0.value == 0x2029 || $0.value == 0xFEFF
      }) {
        let code = String(bad.value, radix: 16, uppercase: true)
        throw Failure(
          .invalid,
          "`\(key)` holds the character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code), which no story may",
          hint: "leave it out")
      }
    }
    if Self.oneLine.contains(key), value.text?.contains(where: \.isNewline) == true {
      throw Failure(.invalid, "`\(key)` is one line, and this one has several", hint: "join them")
    }
    switch key {
    case "section":
      guard let id = value.text else { return }
      let ids = desk.policy.house.sections.map(\.id)
      guard ids.contains(id) else {
        throw Failure(
          .invalid, "there is no section called \(id)",
          hint: ids.nearest(to: id).map { "did you mean \($0)?" }
            ?? (ids.isEmpty
              ? "add sections to stet.yml: - {id: city, label: City}" : "there are \(prose(ids))"))
      }
    case "byline", "reporting":
      for name in value.texts { _ = try byline(name) }
    case "urgency":
      guard let text = value.text, let number = Int(text), (1...9).contains(number) else {
        throw Failure(
          .invalid, "urgency is a number from 1, most urgent, to 9", hint: "5 is normal")
      }
    case "embargo":
      guard let text = value.text, Moment(text) != nil else {
        throw Failure(
          .invalid, "an embargo is a time with its zone", hint: "as 2026-11-25T18:00:00+00:00")
      }
    case "slug":
      guard let text = value.text, isShortName(text) else {
        throw Failure(
          .invalid, "`\(value.text ?? "")` can't be a slug",
          hint: "use lower-case letters, digits and hyphens, as harbour-bridge")
      }
    case "related":
      for element in value.elements where Related(element) == nil {
        throw Failure(
          .invalid, "an entry of `related` is a story, or {headline: …, url: …, source: …}")
      }
      for case .own(let name)? in value.elements.map(Related.init)
      where try reading({ () throws(Damage) in try desk.story(named: name) }) == nil {
        circumstances.say("warning: there is no story called \(name), so readers will not see it")
      }
    default: break
    }
  }

  /// A name of a byline: what looks like a handle must be one; a capital or a blank makes it a plain
  /// name.
  func byline(_ name: String) throws(Failure) -> String {
    guard Handle(name) != nil else {
      guard name.contains(where: { $0.isUppercase || $0 == " " || !$0.isASCII }) else {
        throw Failure(
          .invalid, "`\(name)` is neither a handle nor a name",
          hint: "a handle as ana-costa, or a name as \"Ana Costa\"")
      }
      return name
    }
    do throws(Failure) { return try person(called: name).handle.description } catch {
      throw Failure(.invalid, "nobody in people/ is \(name)", hint: error.hint)
    }
  }

  /// A value as it is written: what is no text, as `urgency: 3`, goes without quotes.
  private static func yaml(_ key: String, _ value: Value) -> String {
    let isText = Edits.textKeys.contains(key) || value.text == nil
    return value.yaml(bare: !isText)
  }

  /// A story's file with edits made to it.
  func apply(_ edits: Edits, to file: FrontMatter) throws(Failure) -> [UInt8] {
    let set = edits.set.map { (key: $0.key, yaml: Optional(Self.yaml($0.key, $0.value))) }
    let unset = edits.unset.map { (key: $0, yaml: String?.none) }
    var last: [String: Int] = [:]
    for (index, change) in (set + unset).enumerated() { last[change.key] = index }
    let changes = (set + unset).enumerated().filter { last[$0.element.key] == $0.offset }
      .map(\.element)
      .filter { change in change.yaml != nil || file.fields.contains { $0.key == change.key } }
    for (key, _) in changes {
      for comment in file.comments(inside: key) {
        circumstances.say("with the old `\(key)` went the comment: \(comment)")
      }
    }
    var bytes = file.setting(changes)
    do throws(Fault) {
      if let body = edits.body {
        bytes = try FrontMatter(bytes).replacingBody(with: body)
      }
      _ = try FrontMatter(bytes)
    } catch {
      throw Failure(error)
    }
    return bytes
  }
}
