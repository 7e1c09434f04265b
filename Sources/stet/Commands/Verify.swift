import ArgumentParser
import Editorial
import Newsroom

struct Verify: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify", _superCommandName: "stet",
    abstract: "Prove the record: who wrote, edited and approved what readers see.",
    discussion: """
      Every act is judged again from the beginning, by the rules in force when it was done. Each \
      violation is named with its rule and the command that mends it.

      EXAMPLES
        stet verify
        stet verify 2026-11-24.1
      """)
  @Argument(help: ArgumentHelp("Up to a release or a point of the record.", valueName: "tag|rev"))
  var name: String?
  @Flag(help: "Take nothing on trust from earlier runs.") var full = false
  @Option(help: ArgumentHelp("Where the record must end.", valueName: "commit")) var expect: String?
  @OptionGroup var options: Options

  func answerWithout(_ screen: Screen) async throws -> Answer? {
    let proof = try Newsroom.verify(
      at: Frame.folder(options), upTo: name, expecting: expect,
      try Frame.circumstances(options, screen))
    var answer = Answer(Self.lines(proof, screen), json: Self.json(proof))
    answer.status = proof.isSound ? .done : .failed
    if !proof.isSound {
      answer.hints = ["stet log shows who did what; stet doctor what can be mended"]
    }
    return answer
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer { Answer() }

  private static func lines(_ proof: Proof, _ screen: Screen) -> [String] {
    var lines: [String] = []
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    let counts = [
      count(proof.commits, "act", "acts")
        + ", \(count(proof.transitions, "move", "moves")) among them",
      count(proof.stories, "story", "stories"), count(proof.releases, "release", "releases"),
    ].joined(separator: "; ")
    if proof.isSound {
      lines.append("The record is sound: \(counts).")
    } else {
      let count = proof.violations.count
      lines.append("\(count) \(count == 1 ? "violation" : "violations") in \(counts):")
      for violation in proof.violations {
        let by = violation.by.map { " by \($0)" } ?? ""
        lines.append(
          "  \(violation.commit.prefix(10))\(by): \(violation.rule): \(violation.message)")
        lines.append("      \(violation.remedy)")
      }
    }
    lines.append(
      "Recorded, from \(proof.root.prefix(10)) to \(proof.head); nothing pinned, nothing signed.")
    if proof.enteredByOthers > 0 {
      lines.append("\(proof.enteredByOthers) acts were entered by somebody else than who acted.")
    }
    for act in proof.imported where !act.stories.isEmpty {
      lines.append(
        "Imported, not approved: \(count(act.stories.count, "story", "stories")) by \(act.by), \(act.commit.prefix(10))."
      )
    }
    for act in proof.overrides {
      lines.append(
        "Passed over: \(act.commit.prefix(10)) by \(act.by): \(act.transition ?? ""), \(act.override.joined(separator: ", ")): \(act.note.prefix(200))"
      )
    }
    for (word, offences) in [("Mended", proof.mended), ("Waived", proof.waived)] {
      lines += offences.map { "\(word): \($0.commit.prefix(10)) by \($0.by): \($0.message)" }
    }
    return lines + proof.remarks.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
  }

  private static func json(_ proof: Proof) -> JSON {
    func offence(_ offence: Offence) -> JSON {
      .object([
        ("rule", .string(offence.rule)), ("commit", .string(offence.commit)),
        ("story", JSON(offence.story?.description)), ("message", .string(offence.message)),
        ("by", .string(offence.by)),
      ])
    }
    return .object([
      ("ok", .bool(proof.isSound)), ("commits", .int(proof.commits)),
      ("transitions", .int(proof.transitions)), ("stories", .int(proof.stories)),
      ("releases", .int(proof.releases)), ("from", .string(proof.root)), ("proved", .bool(false)),
      (
        "violations",
        .array(
          proof.violations.map { violation in
            .object([
              ("rule", .string(violation.rule)), ("commit", .string(violation.commit)),
              ("story", JSON(violation.story?.description)), ("by", JSON(violation.by)),
              ("message", .string(violation.message)), ("remedy", .string(violation.remedy)),
            ])
          })
      ),
      ("mended", .array(proof.mended.map(offence))), ("waived", .array(proof.waived.map(offence))),
      (
        "overrides",
        .array(
          proof.overrides.map { act in
            .object([
              ("commit", .string(act.commit)), ("story", JSON(act.stories.first?.description)),
              ("transition", JSON(act.transition)), ("by", .string(act.by)),
              ("at", .string(act.at.description)), ("rules", JSON(act.override)),
              ("note", .string(act.note)),
            ])
          })
      ), ("imported", .int(proof.imported.map(\.stories.count).reduce(0, +))),
      ("enteredByOthers", .int(proof.enteredByOthers)),
    ])
  }
}
