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
    case .changedByDesk: "the desk has changed its words since it came in"
    case .isPublic: "readers have it"
    case .neverPublished: "it was never published, so nothing can stand"
    case .onHold: "it is on hold"
    case .notHeld: "it is not on hold"
    case .notPublished(let move): "readers never had it, so there is nothing to \(move)"
    case .notLive(let move): "readers don't have it now, and \(move) is for what they have"
    case .withdrawnAlready: "it is withdrawn already"
    case .olderThanWithdrawal:
      "it was withdrawn after this version was opened, and nobody has approved it since"
    case .withdrawnSince(let version): "version \(version) was withdrawn since"
    case .noSuchVersion: "readers have no such version to go back to"
    case .beyondExemption(let move, let findings):
      "it is more than \(move == "refile" ? "a typo" : "an addition"): \(prose(Array(findings.prefix(4))))"
        + (findings.count > 4 ? " and \(findings.count - 4) more" : "")
    case .needsTime: "a schedule needs a time"
    case .timeIsPast(let time): "\(time) is past"
    case .notScheduled: "it is not scheduled"
    case .notDue(let time): "it is due at \(time), not now"
    case .scheduledOtherWords: "its words changed after they were scheduled"
    case .canStillGoOut: "it can go out as it was scheduled"
    case .nothingAside: "no version of it is set aside"
    case .otherVersionOpen: "another version of it is open"
    case .inConflict(let places):
      "both versions changed the same sentence (\(prose(Array(places.prefix(3)))))"
    case .nothingToUndo: "there is no act of its to take back"
    case .othersAct(let name): "its last act is \(name)'s, who can undo it"
    case .fixed(let why): Self.text(why)
    case .stageIsGone(let stage): "its stage before, \(stage), is not there any more"
    case .overrideIsChiefs: "only a chief passes over a rule"
    case .nothingToOverride: "nothing stands in its way that could be passed over"
    case .notInUse(let name, let used):
      name.isEmpty
        ? "it says not which workflow" : "\(name) is no workflow in use (\(prose(used, "or")))"
    case .sameWorkflow(let name): "it is in \(name) already"
    case .nobody(let handle): "\(handle) is nobody in people/"
    case .creditedAlready(let name, let isAdded):
      isAdded ? "\(name) is credited already" : "\(name) is not credited"
    case .longNotice(let count):
      "its notice has \(count) characters, and readers get \(Notice.mostCharacters) at most"
    case .noSuchNotice(let number, let count):
      count == 0
        ? "it has no notice to mend"
        : "it has no notice \(number): they count from 1, the newest, to \(count)"
    case .amendsWithWords: "a notice is mended alone, and its words changed too"
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
    case .badImport(let text): text
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
    case .onHold: return "stet lift STORY ends the hold"
    case .notPublished: return "stet spike STORY drops it"
    case .olderThanWithdrawal: return "stet approve STORY, or stet stand and a new version"
    case .beyondExemption(let move, _):
      return move == "refile"
        ? "stet correct STORY or stet update STORY, which someone else reads"
        : "stet update STORY, which someone else reads"
    case .timeIsPast: return "choose a time to come, as --at 06:00 for the next one"
    case .needsTime: return "say when with --at \"2026-11-25 06:00\", or --at 06:00"
    case .inConflict: return "stet resolve STORY --mine, --theirs or --edit"
    case .otherVersionOpen: return "publish it or let the last one stand first"
    case .fixed(let why): return Self.remedy(why)
    case .longNotice: return "say it in a few sentences; the rest belongs into the story"
    case .canStillGoOut: return "stet publish --due"
    default: return nil
    }
  }

  /// What a chief passes over with this reason; nil where nobody may.
  public var override: String? {
    switch self {
    case .lacksRole: "role"
    case .isExcluded: "not"
    case .needsApproval: "approvals"
    case .fourEyes: "four-eyes"
    case .lacks: "requires"
    case .embargo: "embargo"
    case .beyondExemption: "refile"
    default: nil
    }
  }

  private static func text(_ why: Entry.LastAct.Fixed) -> String {
    switch why {
    case .isNew: "its last act made it"
    case .isUndo: "its last act was an undo"
    case .isPublic: "its last act changed what readers see"
    case .isWaived: "its last act was a waiver"
    }
  }

  private static func remedy(_ why: Entry.LastAct.Fixed) -> String? {
    switch why {
    case .isNew: "stet spike STORY drops it"
    case .isPublic: "stet pull, lift or stand"
    case .isUndo, .isWaived: nil
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
