import Foundation
import Testing
import Yams

@testable import Editorial

@Suite struct ValueTests {
  /// What a headline may be made of to trouble a reader of YAML.
  static let pieces = [
    "a", "B", "é", "北", "🚢", " ", "  ", ":", ": ", " #", "#", "-", "- ", "'", "\"", "\\", "\\n",
    ",",
    "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "?", "? ", "=", "~", "<", "<<", "0",
    "1", "12:30", "2024-13-45", "0x1F", "1e3", ".", "...", "---", "+", "_", "no", "Yes", "on",
    "null",
    "true", ".inf", ".nan", "\t", "\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{2029}",
    "e\u{301}", "\u{FFFE}", "\u{10FFFF}", "\u{E000}",
  ]
  static let kinds = [
    "", " ", "NO", "no", "y", "N", "Off", "~", "null", "=", "<<", "12:30", "12:30:45", "190:20:30",
    "0123", "0o17", "0x1F", "0b101", "1_000", "1e3", "1.", ".5", "-.5e1", "+1", ".inf", "-.INF",
    ".NaN", "2026-11-24", "2026-11-24T08:10:00Z", "2024-13-45", "2001-1-1", "- dash", "-", "---",
    "...", "? what", "?", ": colon", ":", "a: b", "a:", "a #b", "#b", "&x", "*x", "!x", "!!str x",
    "%YAML", "@at", "`tick`", "'single'", "\"double\"", "it's \"both\"", "back\\slash", "[a]",
    "{a}",
    "a, b", "a]", "tab\there", "two\nlines", "trailing ", " leading", "é", "🚢", "true", "1:2", "1:",
    "0.", "1.5.2", "1,000", "0x", "1e", "e3", "_1", "-_1", "+.5", ".", "..", "0:0", "-1:30", "1e+",
  ]

  static var strings: [String] {
    var random = Seeded(7)
    return kinds + (0..<1500).map { _ in random.text(of: pieces, upTo: 6) }
  }

  @Test func whatStetWritesReadsBackHereAndByYams() throws {
    for text in Self.strings {
      let yaml = Value.scalar(text).yaml()
      let file = try FrontMatter("---\nheadline: \(yaml)\nnext: x\n---\n")
      #expect(file.fields[0].value == .scalar(text), "\(text.debugDescription) → \(yaml)")
      #expect(file.fields[1].value == .scalar("x"))
      #expect(!yaml.contains("\n"))
      // Yams takes a mark at the beginning of any string away.
      guard !text.hasBOM else { continue }
      let node = try Yams.compose(yaml: "k: \(yaml)\n")
      #expect(node?.mapping?["k"]?.scalar?.string == text, "\(text.debugDescription) → \(yaml)")
    }
  }

  @Test(arguments: ["\\u0000", "\\x1b", "\\u0085", "\\r", "\\e"])
  func noEscapeSpellsAControlCharacter(escape: String) {
    for yaml in ["\"a\(escape)b\"", "[x, \"\(escape)\"]", "{k: \"\(escape)\"}"] {
      #expect(throws: Fault.self) { try FrontMatter("---\nheadline: \(yaml)\n---\n") }
    }
  }

  @Test func listsAndMapsReadBack() throws {
    var random = Seeded(8)
    for round in 0..<400 {
      let value = Self.value(&random, depth: 3)
      let file = try FrontMatter("---\nx: \(value.yaml())\n---\n")
      #expect(file.fields[0].value == value, "round \(round): \(value.yaml())")
    }
  }

  static func value(_ random: inout Seeded, depth: Int) -> Value {
    switch depth == 0 ? 0 : random.below(3) {
    case 1: return .list((0..<random.below(4)).map { _ in value(&random, depth: depth - 1) })
    case 2:
      let keys = Set((0..<random.below(4)).map { _ in "k" + random.text(of: pieces, upTo: 3) })
      return .map(keys.sorted().map { Value.Pair($0, value(&random, depth: depth - 1)) })
    default: return .scalar(random.text(of: pieces.filter { $0 != "\u{FEFF}" }, upTo: 4))
    }
  }

  /// The other reader that newsrooms use takes each for the same *string*.
  @Test func whatStetWritesIsTheSameStringToPyYAML() throws {
    let lines = Self.strings.map {
      "- " + Value.list([.scalar($0)]).yaml() + "\n- k: " + Value.scalar($0).yaml()
    }
    let script = """
      import sys, json, yaml
      out = []
      for item in yaml.safe_load(sys.stdin.buffer.read().decode("utf-8")):
          out.append(item[0] if isinstance(item, list) else item["k"])
      sys.stdout.write(json.dumps([x if isinstance(x, str) else ["NOT A STRING", repr(x)] for x in out]))
      """
    guard let read = try Self.python(script, input: lines.joined(separator: "\n")) else {
      print("skipped: no python3 with yaml here")
      return
    }
    let strings = try #require(try JSONSerialization.jsonObject(with: read) as? [Any])
    let expected = Self.strings.flatMap { [$0, $0] }
    #expect(strings.count == expected.count)
    for (read, text) in zip(strings, expected) {
      let same = (read as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
      #expect(same, "\(text.debugDescription) → \(Value.scalar(text).yaml()) → \(read)")
    }
  }

  static func python(_ script: String, input: String) throws -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (stdin, stdout) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (stdin, stdout)
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    // A thread of its own: what is written may be more than a pipe holds.
    Thread.detachNewThread {
      try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? stdin.fileHandleForWriting.close()
    }
    let read = try stdout.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? read : nil
  }

  @Test func managedValuesGoWithoutQuotesOnlyWhereNobodyMinds() {
    for (text, yaml) in [
      ("2026-11-24T08:10:00Z", "2026-11-24T08:10:00Z"), ("2026-11-24", "2026-11-24"), ("12", "12"),
      ("0", "0"), ("012", "\"012\""), ("2024-13-45", "\"2024-13-45\""), ("no", "\"no\""),
      ("01jdfz3m8k9q4x7v2r5t6w8y0a", "01jdfz3m8k9q4x7v2r5t6w8y0a"),
    ] {
      #expect(Value.scalar(text).yaml(bare: true) == yaml)
    }
  }

  /// Wherever the fast path gives an answer, a YAML library gives the same.
  @Test func theFastPathAgreesWithYams() throws {
    var random = Seeded(9)
    var answered = 0
    for round in 0..<6000 {
      let line =
        random.pick(["", " ", "  "])
        + random.text(of: Self.pieces + ["''", "\\\"", "x y"], upTo: 6)
      guard !line.contains("\n") else { continue }
      let bytes = Array(line.utf8)
      guard bytes.isEmpty || bytes[0] == 0x20, let (text, comment) = OneLine.scalar(bytes[...])
      else { continue }
      guard !text.hasBOM else { continue }
      answered += 1
      let node = try? Yams.compose(yaml: "k:\(line)\n")
      let yams = node?.mapping?["k"]?.scalar?.string
      #expect(
        yams.map { Array($0.utf8) } == Array(text.utf8), "round \(round): \(line.debugDescription)")
      if let comment { #expect(bytes[comment...].contains(0x23)) }
    }
    #expect(answered > 1500)
  }
}

extension String {
  fileprivate var hasBOM: Bool { unicodeScalars.first == "\u{FEFF}" }
}
