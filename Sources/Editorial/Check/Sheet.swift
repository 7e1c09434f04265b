/// A story laid out for the rules: its prose with the place of every character in the file.
public final class Sheet {
  public let story: Story
  public let policy: Policy
  /// The name of the story's workflow.
  let workflow: String
  /// A tag of BCP 47, the house's where the story has none.
  public let language: String

  /// The texts of its fields that readers get, those that are there.
  private(set) lazy var fields: [Prose] =
    ["headline", "kicker", "standfirst", "deck", "summary", "notice"]
    .compactMap { key in story[key]?.text.map { Prose(field: key, $0, in: story.file) } }
    + pictureTexts
  private(set) lazy var body = Prose(bodyOf: story)
  /// Every text, as it stands in the file.
  public var texts: [Prose] { fields + [body] }

  private lazy var lineStarts: [Int] = {
    let bytes = story.file.bytes
    return [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }()

  public init(_ story: Story, _ policy: Policy, workflow: String) {
    (self.story, self.policy, self.workflow) = (story, policy, workflow)
    language = story.language ?? policy.house.language
  }

  var style: HouseStyle { policy.style }

  private var pictureTexts: [Prose] {
    guard let picture = story.image else { return [] }
    return [picture.caption, picture.alt].compactMap { text in
      text.flatMap { $0.isEmpty ? nil : Prose(field: "image", $0, in: story.file) }
    }
  }

  /// Line and column of a byte of the file, from 1; columns count Unicode code points.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, characters(before: offset) - characters(before: lineStarts[low]) + 1)
  }

  /// How many characters begin before every 64th byte: a line may be the whole text.
  private lazy var counts: [Int] = {
    var (counts, count) = ([Int](), 0)
    for (index, byte) in story.file.bytes.enumerated() {
      if index % 64 == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return counts + [count]
  }()

  private func characters(before offset: Int) -> Int {
    let block = offset / 64
    return counts[min(block, counts.count - 1)]
      + story.file.bytes[min(block * 64, offset)..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// The byte of the file at a line and column, from 1.
  func offset(line: Int, column: Int) -> Int {
    var offset = lineStarts[min(max(line, 1), lineStarts.count) - 1]
    let bytes = story.file.bytes
    for _ in 1..<max(column, 1) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  func finding(_ find: Find, of rule: Rule, _ severity: Finding.Severity) -> Finding {
    let place = place(of: find.range.lowerBound)
    return Finding(
      rule: rule.name, severity: severity, message: find.message, line: place.line,
      column: place.column,
      fix: find.fix.map { Fix(rule: rule.name, range: find.range, text: $0) })
  }

  /// A finding of a rule that asks outside of the record; its severity is set by whoever asked for it.
  public func finding(_ message: String, of rule: Rule, at offset: Int) -> Finding {
    finding(Find(message: message, range: offset..<offset), of: rule, .advice)
  }

  /// Something found at a field, or at the top of the file where the story has none of that name.
  func find(_ message: String, at key: String, lack: String? = nil) -> Find {
    let offset = offset(of: key)
    return Find(message: message, range: offset..<offset, lack: lack)
  }

  /// Something found at a value inside a field.
  func find(_ message: String, at value: String, in key: String) -> Find {
    let prose = Prose(field: key, value, in: story.file)
    return Find(message: message, range: prose.starts[0]..<prose.starts[0])
  }

  public func offset(of key: String) -> Int {
    if key == "body" { return story.file.bodyStart }
    return story.file.fields.first { $0.key == key }?.range.lowerBound ?? 0
  }

  /// Where a value stands inside a field, else where the field does.
  public func offset(of value: String, in key: String) -> Int {
    Prose(field: key, value, in: story.file).starts[0]
  }
}
