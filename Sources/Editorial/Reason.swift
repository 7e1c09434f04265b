/// Why something may not be: what a command prints as a refusal before the commit and `verify` as an
/// offence after it.
public enum Reason: Sendable, Hashable {
  // Who
  case stranger(name: String, email: String)
  case retired(Handle)
  case lacksRole(move: String, needs: [String])
  case isExcluded(move: String, as: String)
  case agentMayNot(move: String)
  case mayNotEdit(stage: String, who: [String])
  // Where
  case noSuchMove(String, near: String?, open: [String])
  case wrongStage(move: String, stage: String, from: [String], open: [String])
  case notATarget(String, allowed: [String])
  case notInThisVersion(String)
  case changedByDesk
  case isPublic
  case neverPublished
  // What is missing
  case lacks([String])
  case needsNote(String)
  case needsNotice(String)
  case needsApproval(have: Int, need: Int, voided: Bool)
  case fourEyes([String])
  case agentNeedsReaders
  case approvedAlready
  case nothingNew
  case embargo(String)
  case addressTaken(String)
  case badSlug(String)
  // The record
  case brokenStory(path: String)
  case recordIsBroken([String])
  case touchesBroken(String)
  case trailers(String)
  case otherPaths([String])
  case wordsChanged
  case managedChanged([String])
  case kindByHand(String)
  case unreadable(path: String, String)
  case badPath(String)
  case notPlain(String)
  case gone(String)
  case idTaken(String)
  case badCreation(String)
  case pictureChanged(String)
  case policyNotAlone
  case policyInvalid(String)
  case stranded(stage: String, workflow: String, count: Int)
  case frontInvalid(String)
  case nothingToWaive(String)
  case cannotWaive(String)

  /// The rule's short name, for scripts; stable.
  public var rule: String {
    switch self {
    case .stranger, .retired: "person"
    case .lacksRole, .isExcluded, .mayNotEdit: "role"
    case .agentMayNot, .agentNeedsReaders: "agent"
    case .noSuchMove, .wrongStage, .notATarget, .notInThisVersion, .changedByDesk, .isPublic,
      .neverPublished:
      "stage"
    case .lacks, .needsNote, .needsNotice, .nothingNew: "requirement"
    case .embargo: "embargo"
    case .needsApproval, .approvedAlready: "approval"
    case .fourEyes: "four-eyes"
    case .addressTaken, .badSlug: "address"
    case .brokenStory, .recordIsBroken, .touchesBroken: "broken"
    case .trailers: "trailers"
    case .otherPaths, .wordsChanged: "words"
    case .managedChanged, .kindByHand: "managed"
    case .unreadable: "format"
    case .badPath, .notPlain, .gone: "path"
    case .idTaken, .badCreation: "creation"
    case .pictureChanged: "media"
    case .policyNotAlone, .policyInvalid, .stranded: "policy"
    case .frontInvalid: "front"
    case .nothingToWaive, .cannotWaive: "waive"
    }
  }
}

extension Reason {
  /// The reason in words for people, without an end stop.
  public var message: String {
    switch self {
    case .stranger(let name, let email): "\(name) <\(email)> is nobody in people/"
    case .retired(let handle): "\(handle) is no longer on the staff"
    case .lacksRole(let move, let needs): "\(move) is for \(prose(needs.map(Self.party), "or"))"
    case .isExcluded(let move, let party): "\(Self.party(party)) may not \(move) it"
    case .agentMayNot(let move): "a program may not \(move)"
    case .mayNotEdit(let stage, let who):
      who.isEmpty
        ? "nobody changes words of a story that is \(stage)"
        : "in \(stage), words are changed by \(prose(who.map(Self.party), "or"))"
    case .noSuchMove(let move, let near, _):
      "its workflow has no \(move)" + (near.map { "; did you mean \($0)?" } ?? "")
    case .wrongStage(let move, let stage, let from, _):
      "it is in \(stage), and \(move) leads from \(prose(from, "or"))"
    case .notATarget(let stage, let allowed):
      allowed.isEmpty
        ? "it has no other stage to go to than its own"
        : "it can't go to \(stage), only to \(prose(allowed, "or"))"
    case .notInThisVersion(let move): "this version of stet does not \(move)"
    case .changedByDesk: "the desk has changed its words since it came in"
    case .isPublic: "readers have it"
    case .neverPublished: "it was never published, so nothing can stand"
    case .lacks(let things): "it lacks \(prose(things))"
    case .needsNote(let move): "\(move) needs a note that says why"
    case .needsNotice(let kind): "a \(kind) needs a notice to readers"
    case .needsApproval(let have, let need, let voided):
      voided
        ? "no approval of these words: they changed after it"
        : have == 0 && need == 1
          ? "nobody has approved these words" : "\(have) of \(need) approvals of these words"
    case .fourEyes(let writers):
      "nobody else has read what \(prose(writers)) wrote"
    case .agentNeedsReaders:
      "a program wrote in it: a person must approve it and another publish it"
    case .approvedAlready: "the same person has approved these words already"
    case .nothingNew: "nothing changed since the version that readers have"
    case .embargo(let until):
      Moment(until) == nil
        ? "its embargo `\(until)` is no time with a zone, as 2026-11-25T18:00:00+01:00"
        : "it is under embargo until \(until)"
    case .addressTaken(let path): "its address \(path) belongs to another story"
    case .badSlug(let slug): "`\(slug)` can't be a slug: use lower-case letters, digits and hyphens"
    case .brokenStory(let path): "\(path) was changed against the rules"
    case .recordIsBroken(let paths):
      "the record is broken at \(prose(Array(paths.prefix(3)))), so nothing new reaches readers"
    case .touchesBroken(let path): "\(path) is frozen until it is mended or waived"
    case .trailers(let text): text
    case .otherPaths(let paths): "it touches more than its story: \(prose(Array(paths.prefix(3))))"
    case .wordsChanged: "it changes words, which this move may not"
    case .managedChanged(let keys):
      "it changes \(prose(keys)) by hand, which only a move may"
    case .kindByHand(let key): "`\(key)` stands only in an open new version of a story"
    case .unreadable(let path, let text): "\(path), \(text)"
    case .badPath(let path): "\(path) is no place for a story: articles/YYYY/MM/DD/slug.md"
    case .notPlain(let path): "\(path) is not a plain file"
    case .gone(let path): "\(path) was moved or deleted"
    case .idTaken(let id): "the id \(id) belongs to another story"
    case .badCreation(let text): text
    case .pictureChanged(let path): "\(path) was changed, and a picture never changes"
    case .policyNotAlone: "rules and stories change in one commit"
    case .policyInvalid(let text): text
    case .stranded(let stage, let workflow, let count):
      "\(count == 1 ? "a story stands" : "\(count) stories stand") in stage \(stage) of \(workflow), which it takes away"
    case .frontInvalid(let text): text
    case .nothingToWaive(let commit): "there is no open violation at \(commit.prefix(10))"
    case .cannotWaive(let text): text
    }
  }

  /// Whether the mover can still give it when asked: a note, a notice.
  public var isAskedFor: Bool {
    switch self {
    case .needsNote, .needsNotice: true
    default: false
    }
  }

  /// What to do about it, where one thing helps whoever asks.
  public var remedy: String? {
    switch self {
    case .wrongStage(_, _, _, let open), .noSuchMove(_, _, let open):
      return open.isEmpty ? nil : "from here: \(prose(open, "or"))"
    case .needsNote: return "say it with -m \"…\""
    case .needsNotice: return "give it with --notice \"…\""
    case .addressTaken: return "stet edit STORY --set slug=another-name"
    case .managedChanged, .kindByHand:
      return "stet submit, approve, publish, update or correct do it"
    case .mayNotEdit(let stage, let who):
      if stage == "spiked" { return "stet revive STORY brings it back first" }
      return who.isEmpty ? "stet update or correct opens a new version" : nil
    case .gone: return "set `slug:` to move a story, spike it to drop it"
    case .pictureChanged: return "add the new picture under a new name"
    case .brokenStory, .touchesBroken, .recordIsBroken: return "stet doctor --fix"
    default: return nil
    }
  }

  private static func party(_ name: String) -> String {
    switch name {
    case "maker": "who made it"
    case "byline": "who signs it"
    case "editor": "an editor"
    default: "a \(name)"
    }
  }
}

/// A commit that the record may not hold.
public struct Offence: Hashable, Sendable, Codable {
  public enum Standing: String, Sendable, Codable { case open, mended, waived }

  public var commit: String
  /// The author's handle, or name and address where that is nobody's.
  public var by: String
  public var at: Moment
  public var rule: String
  public var story: StoryID?
  public var message: String
  public var remedy: String
  public var paths: [String]
  /// The paths that still wait for a mend or a waiver.
  public var waiting: Set<String>
  public var standing: Standing
}
