extension Story {
  /// The file with the fixes of some findings, and those that were made.
  ///
  /// Fixes that overlap wait for the next round. A field whose YAML would say something else afterwards
  /// keeps its own, so nothing but the words concerned ever changes.
  public func fixed(_ findings: [Finding]) -> (bytes: [UInt8], made: [Fix]) {
    var fixes: [Fix] = []
    for fix in findings.compactMap(\.fix).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where fix.range.lowerBound >= fixes.last?.range.upperBound ?? 0 { fixes.append(fix) }
    var made = fixes.filter { $0.range.lowerBound >= file.bodyStart }
    for field in file.fields {
      let own = fixes.filter { field.range.contains($0.range.lowerBound) }
      guard !own.isEmpty, !Managed.keys.contains(field.key), says(own, in: field) else { continue }
      made += own
    }
    made.sort { $0.range.lowerBound < $1.range.lowerBound }
    return (Self.bytes(file.bytes, with: made), made)
  }

  /// Whether a field says what it should once its fixes are made, and all others what they did.
  private func says(_ fixes: [Fix], in field: FrontMatter.Field) -> Bool {
    guard let after = try? FrontMatter(Self.bytes(file.bytes, with: fixes)),
      after.fields.map(\.key) == file.fields.map(\.key)
    else { return false }
    for (old, new) in zip(file.fields, after.fields) where old.key != field.key {
      guard old.value == new.value else { return false }
    }
    let leaves = field.value.leaves.map { leaf in
      let prose = Prose(field: field.key, leaf, in: file)
      guard prose.isExact, let start = prose.starts.first, let end = prose.starts.last else {
        return leaf
      }
      let own = fixes.filter { start <= $0.range.lowerBound && $0.range.upperBound <= end }
        .map {
          Fix(
            rule: $0.rule, range: $0.range.lowerBound - start..<$0.range.upperBound - start,
            text: $0.text)
        }
      return String(decoding: Self.bytes(Array(leaf.utf8), with: own), as: UTF8.self)
    }
    return after[field.key]?.leaves == leaves
  }

  private static func bytes(_ bytes: [UInt8], with fixes: [Fix]) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for fix in fixes {
      result += bytes[done..<fix.range.lowerBound]
      result += fix.text.utf8
      done = fix.range.upperBound
    }
    return result + bytes[done...]
  }
}

extension Desk {
  /// A story with everything mended that the rules are sure of, and what was mended, by rule.
  ///
  /// Asked again of what it returns, it finds nothing more to mend.
  public func fixing(_ story: Story, _ entry: Entry) throws(Damage) -> (story: Story, made: [Fix]) {
    var (story, all): (Story, [Fix]) = (story, [])
    // One fix may show the place of another; each takes a sign or a word away that can be mended.
    for _ in 0..<16 {
      let findings = try check(story, entry) { _, _ in [] }
      let (bytes, made) = story.fixed(findings)
      guard !made.isEmpty, let next = try? Story(bytes) else { break }
      (story, all) = (next, all + made)
    }
    return (story, all)
  }
}
