import Editorial
import Foundation
import Glibc
import Newsroom

/// A story in the user's editor: its words alone, again after a mistake, and never lost.
enum EditorSession {
  static func run(
    _ found: Found, raw: Bool, _ newsroom: inout Newsroom, _ screen: Screen
  ) async throws -> Edited {
    guard Editor.command() != nil, screen.canAsk else {
      throw Failure(
        .usage, "there is no terminal with an editor here",
        hint: "stet edit \(found.slug) --body FILE, or --set headline=\"…\"")
    }
    let open = try newsroom.draftable(found.entry.id)
    if open.hasUnsaved, let path = open.onDisk {
      throw Failure(
        .refused, "\(found.slug) has unsaved words in the work tree",
        hint: "edit \(path) itself and stet save \(found.slug), or save first")
    }
    let id = found.entry.id
    if let other = newsroom.claimant(of: found.entry), other != newsroom.personIfKnown()?.handle {
      let name = newsroom.desk.policy.name(of: other.description)
      Output.error(
        screen.safe("\(name) is at \(found.slug) now; what you both change is merged.\n"))
    }
    newsroom.beginEditing(id)
    defer { newsroom.endEditing(id) }
    let sheet = Sheet(open, raw: raw, newsroom)
    let file = try Editor.temporary(sheet.text, "\(found.slug).md")
    var shown = sheet.text
    var problems: [String] = []
    while true {
      try await Editor.open(file)
      let bytes = [UInt8](FileManager.default.contents(atPath: file) ?? Data())
      let text = String(decoding: bytes, as: UTF8.self)
      if text == shown, shown == sheet.text {
        return try await unchanged(file, sheet, open, screen)
      }
      do {
        let whole = try sheet.story(from: bytes)
        let edited = try newsroom.edit(found.entry.id, words: whole, since: open.base)
        discard(file)
        return edited
      } catch {
        let failure = Failure(error)
        // An editor that makes the same mistake again is a program: it gets no third sheet.
        problems.append(failure.problem.replacing(/line \d+/, with: "line"))
        let again = problems.count { $0 == problems.last }
        guard failure.kind == .invalid, text != shown, again < 3 else {
          throw Failure(
            failure.kind, failure.problem, reasons: failure.reasons,
            hint: "your words are kept in \(file)")
        }
        shown = sheet.marked(text, failure)
        try Data(shown.utf8).write(to: URL(filePath: file))
        Output.error(screen.safe("stet: \(failure.problem)\n"))
      }
    }
  }

  /// What readers see of a story, in the editor, for a fix of it; nil where nothing was changed.
  static func fix(
    _ found: Found, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) async throws -> [UInt8]? {
    let bytes = try newsroom.shownWords(of: found)
    return try await words(
      found, bytes, ["# \(found.slug): what readers see; mend the slip, and nothing else"], newsroom
    )
  }

  /// A version that could not be merged, with what is in question as comments; nil where the editor was
  /// left without a change.
  static func settle(
    _ found: Found, _ strands: Desk.Strands, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) async throws -> [UInt8]? {
    guard screen.canAsk, let mine = strands.mine else {
      throw Failure(
        .usage, "there is no terminal with an editor here",
        hint: "stet resolve \(found.slug) --mine, --theirs or --body FILE")
    }
    var comments = ["# \(found.slug): both versions changed these"]
    for conflict in strands.merged.conflicts {
      comments.append(
        "# \(conflict.place), readers see: \(conflict.theirs.split(whereSeparator: \.isNewline).joined(separator: " "))"
      )
    }
    return try await words(found, mine.file.bytes, comments, newsroom)
  }

  private static func words(
    _ found: Found, _ bytes: [UInt8], _ comments: [String], _ newsroom: borrowing Newsroom
  ) async throws -> [UInt8]? {
    let open = Draftable(found: found, bytes: bytes, base: bytes, hasUnsaved: false, onDisk: nil)
    let sheet = Sheet(open, raw: false, newsroom, comments)
    let file = try Editor.temporary(sheet.text, "\(found.slug).md")
    try await Editor.open(file)
    let written = [UInt8](FileManager.default.contents(atPath: file) ?? Data())
    if String(decoding: written, as: UTF8.self) == sheet.text { return nil }
    do {
      let words = try sheet.story(from: written)
      discard(file)
      return words
    } catch {
      let failure = Failure(error)
      throw Failure(failure.kind, failure.problem, hint: "your words are kept in \(file)")
    }
  }

  /// Nothing changed: an editor that returns at once may still be writing, so its file stays a while.
  private static func unchanged(
    _ file: String, _ sheet: Sheet, _ open: Draftable, _ screen: Screen
  ) async throws -> Edited {
    Output.error(
      screen.safe(
        "Nothing changed. If your editor opens a window, give it the option that waits (--wait).\n"
          + "What it still writes is in \(file)\n"))
    return Edited(found: open.found, changed: false, added: 0, removed: 0, voided: false)
  }

  private static func discard(_ file: String) {
    unlink(file)
    if let slash = file.lastIndex(of: "/") { rmdir(String(file[..<slash])) }
  }
}

/// What the editor shows of a story: its words, with what helps as comments.
struct Sheet {
  let text: String
  private let file: FrontMatter?
  private let raw: Bool
  /// The lines that the sheet itself put in.
  private let comments: Set<String>

  init(
    _ open: Draftable, raw: Bool, _ newsroom: borrowing Newsroom, _ told: [String]? = nil
  ) {
    self.raw = raw
    file = try? FrontMatter(open.bytes)
    guard !raw, let file else {
      text = String(decoding: open.bytes, as: UTF8.self)
      comments = []
      return
    }
    let found = open.found
    var comments = ["# \(found.slug): \(found.entry.stage)"]
    let editors = found.entry.editors.map { newsroom.desk.policy.name(of: $0.description) }
    if !editors.isEmpty { comments[0] += "; with \(prose(editors))" }
    if let told { comments = told }
    if told == nil, let marks = try? newsroom.queries(of: found), !marks.isEmpty {
      comments += marks.map { "# open, \($0.place): \($0.text)" }
    }
    var fields = file.wordLines
    if file["section"] == nil {
      let choices = newsroom.desk.policy.house.sections.map(\.id).joined(separator: " ")
      fields += "section: " + (choices.isEmpty ? "\n" : "# \(choices)\n")
    }
    // A writer's own line that says the same is kept: only what is new here goes again.
    let own = Set(file.wordLines.split(separator: "\n").map(String.init))
    self.comments = Set(comments).subtracting(own)
    text = "---\n" + comments.map { "\($0)\n" }.joined() + fields + "---\n" + file.text
  }

  /// The whole story again: the words as edited, the fields that stet keeps as they were.
  func story(from bytes: [UInt8]) throws -> [UInt8] {
    guard !raw, let file else { return bytes }
    let edited = try FrontMatter(bytes)
    if let key = edited.fields.first(where: { Managed.keys.contains($0.key) })?.key {
      throw Fault(line: 1, "`\(key)` is kept by stet; take the line out")
    }
    return file.merging(words: edited) { comments.contains($0) || $0.hasPrefix("# stet: ") }
  }

  /// The text with what is wrong as a comment above its line.
  func marked(_ text: String, _ failure: Failure) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.removeAll { $0.hasPrefix("# stet: ") }
    let number = failure.problem.firstMatch(of: /line (\d+)/).flatMap { Int($0.1) } ?? 2
    let place = min(max(1, number - 1), lines.count)
    lines.insert("# stet: \(failure.problem)" + (failure.hint.map { " (\($0))" } ?? ""), at: place)
    return lines.joined(separator: "\n")
  }
}
