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
  case changedByDesk
  case isPublic
  case neverPublished
  // What readers see
  case onHold
  case notHeld
  case notPublished(move: String)
  case notLive(String)
  case withdrawnAlready
  case olderThanWithdrawal
  case withdrawnSince(Int)
  case noSuchVersion
  case beyondExemption(String, [String])
  // When
  case needsTime
  case timeIsPast(Moment)
  case notScheduled
  case notDue(Moment)
  case scheduledOtherWords
  case canStillGoOut
  // Aside, undo, override, workflow
  case nothingAside
  case otherVersionOpen
  case inConflict([String])
  case nothingToUndo
  case othersAct(String)
  case fixed(Entry.LastAct.Fixed)
  case stageIsGone(String)
  case overrideIsChiefs
  case nothingToOverride
  case notInUse(String, near: [String])
  case sameWorkflow(String)
  case nobody(String)
  case creditedAlready(String, Bool)
  // What is missing
  case lacks([String])
  case needsNote(String)
  case needsNotice(String)
  case needsApproval(have: Int, need: Int, voided: Bool)
  case fourEyes([String])
  case agentNeedsReaders
  case approvedAlready
  case nothingNew
  case longNotice(Int)
  case noSuchNotice(Int, of: Int)
  case amendsWithWords
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
  case badImport(String)
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
    case .noSuchMove, .wrongStage, .notATarget, .changedByDesk, .isPublic,
      .neverPublished:
      "stage"
    case .lacks, .needsNote, .needsNotice, .nothingNew, .longNotice, .noSuchNotice, .needsTime:
      "requirement"
    case .onHold, .notHeld: "hold"
    case .notPublished, .notLive: "publication"
    case .withdrawnAlready, .olderThanWithdrawal, .withdrawnSince: "withdrawal"
    case .noSuchVersion, .amendsWithWords: "version"
    case .beyondExemption: "refile"
    case .timeIsPast, .notScheduled, .notDue, .scheduledOtherWords, .canStillGoOut: "schedule"
    case .nothingAside, .otherVersionOpen, .inConflict: "aside"
    case .nothingToUndo, .othersAct, .fixed, .stageIsGone: "undo"
    case .overrideIsChiefs, .nothingToOverride: "override"
    case .notInUse, .sameWorkflow: "workflow"
    case .nobody, .creditedAlready: "credits"
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
    case .badImport: "import"
    case .pictureChanged: "media"
    case .policyNotAlone, .policyInvalid, .stranded: "policy"
    case .frontInvalid: "front"
    case .nothingToWaive, .cannotWaive: "waive"
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
