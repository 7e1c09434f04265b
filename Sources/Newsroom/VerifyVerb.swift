public import Editorial
import Git

/// What a proof of the record came to.
public struct Proof: Sendable {
  public struct Violation: Sendable, Hashable {
    public var rule: String
    public var commit: String
    public var story: StoryID?
    public var by: String?
    public var at: Moment?
    public var message: String
    public var remedy: String
  }

  public var commits = 0
  public var transitions = 0
  public var stories = 0
  /// Those that came from another system: nobody here approved their first version.
  public var imported: [LogEntry] = []
  public var releases = 0
  /// The root, from which everything was judged, and the commit up to which.
  public var root = ""
  public var head = ""
  public var violations: [Violation] = []
  public var mended: [Offence] = []
  public var waived: [Offence] = []
  public var enteredByOthers = 0
  /// Acts for which a chief passed over rules.
  public var overrides: [LogEntry] = []
  /// What is worth knowing, and no violation.
  public var remarks: [String] = []

  public var isSound: Bool { violations.isEmpty }
}

extension Newsroom {
  /// Proves the record of a repository.
  ///
  /// Every commit is judged from the root, in memory, and `live` and the releases are compared with
  /// what follows. The catalog is never asked, and nothing is written. `name` is a release or anything
  /// that names a commit of `main`; nil is the tip.
  public static func verify(
    at path: String, upTo name: String?, expecting expected: String?, _ circumstances: Circumstances
  ) throws(Failure) -> Proof {
    let repository = try repository(containing: path)
    do throws(GitError) { try repository.useMemory() } catch { throw Failure(error) }
    try refuseSubstitutes(repository)
    let tip = try tip(of: repository, name, path)
    var proof = Proof()
    let desk = try fold(repository, to: tip, &proof, circumstances)
    try compareLive(repository, desk, &proof, whole: name == nil)
    try checkReleases(repository, desk, &proof, whole: name == nil)
    if let expected, !tip.description.hasPrefix(expected.lowercased()) {
      proof.violations.append(
        Proof.Violation(
          rule: "expected", commit: tip.description,
          message:
            "the record ends at \(tip.description.prefix(10)), not at \(expected.prefix(10))",
          remedy: "compare with a colleague's stet verify: this desk was shown another history"))
    }
    if !desk.policy.fourEyes {
      proof.remarks.append("four-eyes is off in stet.yml: nobody else need read before publication")
    }
    return proof
  }

  /// A history may be shown other objects than it names; then nothing can be proved.
  private static func refuseSubstitutes(_ repository: borrowing Repository) throws(Failure) {
    let replaced: [(name: String, id: ObjectID)]
    do throws(GitError) { replaced = try repository.references(prefix: "refs/replace/") } catch {
      throw Failure(error)
    }
    if let first = replaced.first {
      throw Failure(
        .failed, "this clone replaces parts of the record (\(first.name)), so it proves nothing",
        hint: "git replace -d \(first.name.split(separator: "/").last ?? "")")
    }
    if Disk.exists(repository.commonDirectory + "/info/grafts") {
      throw Failure(
        .failed, "this clone grafts another history on its own, so it proves nothing",
        hint: "remove info/grafts in the Git folder")
    }
    if repository.isShallow {
      throw Failure(
        .failed, "this clone is shallow: the beginning of the record is missing",
        hint: (try? repository.target(of: Live.main)) ?? nil == nil
          ? noMain(repository, ".").hint : "git fetch --unshallow brings it")
    }
  }

  private static func tip(
    of repository: borrowing Repository, _ name: String?, _ path: String
  ) throws(Failure) -> ObjectID {
    do {
      guard let main = try repository.target(of: Live.main) else { throw noMain(repository, path) }
      guard let name else { return main }
      guard let id = repository.resolve(name) else {
        throw Failure(
          .notFound, "there is no release or commit called \(name)",
          hint: "stet releases lists the releases")
      }
      // What is on main is taken as it is: a trailer there proves nothing.
      if try repository.isAncestor(id, of: main) { return id }
      // A release stands on `live`, and `live` says from which commit of main it was made.
      let source = Record(try repository.commit(id).message)["Stet-Source"]
      return source.flatMap { ObjectID(hex: $0) } ?? id
    } catch {
      throw Failure(error)
    }
  }

  private static func fold(
    _ repository: borrowing Repository, to tip: ObjectID, _ proof: inout Proof,
    _ circumstances: Circumstances
  ) throws(Failure) -> Desk {
    do throws(Damage) {
      let line = try BringUp.line(repository, tip)
      var desk = try BringUp.root(line[0], repository)
      var before: Moment?
      var (earlier, ahead) = (0, 0)
      for (index, id) in line.enumerated().dropFirst() {
        let act = try BringUp.judge(id, &desk, repository)
        guard desk.stop == nil else { break }
        // Dates decide nothing; odd ones are worth a look.
        if let before, act.at < before { earlier += 1 }
        if act.at > circumstances.now + 300 { ahead += 1 }
        if !act.override.isEmpty { proof.overrides.append(act) }
        if act.kind == .import { proof.imported.append(act) }
        before = act.at
        if index % 200 == 0 { circumstances.progress("proving the record", index, line.count) }
      }
      proof.root = line[0].description
      proof.head = desk.head
      (proof.commits, proof.transitions) = (desk.commits, desk.transitions)
      proof.stories = desk.population.values.reduce(0, +)
      proof.enteredByOthers = desk.entered
      if earlier > 0 {
        proof.remarks.append(
          earlier == 1
            ? "1 act is dated before the act that it follows"
            : "\(earlier) acts are dated before the act that they follow")
      }
      if ahead > 0 { proof.remarks.append("\(ahead) acts are dated ahead of now") }
      report(desk, &proof)
      return desk
    } catch {
      throw Failure(error)
    }
  }

  private static func report(_ desk: Desk, _ proof: inout Proof) {
    for offence in desk.offences {
      switch offence.standing {
      case .mended: proof.mended.append(offence)
      case .waived: proof.waived.append(offence)
      case .open:
        proof.violations.append(
          Proof.Violation(
            rule: offence.rule, commit: offence.commit, story: offence.story, by: offence.by,
            at: offence.at, message: offence.message, remedy: offence.remedy))
      }
    }
    if let stop = desk.stop {
      proof.violations.append(
        Proof.Violation(
          rule: "merge", commit: stop.commit, by: stop.by,
          message:
            "the record ends here: a merge joins two lines, and nothing after it is judged; the last good commit is \(stop.good.prefix(10))",
          remedy: "git reset --keep \(stop.good.prefix(10)) goes back to the last good commit"))
    }
  }

  private static func compareLive(
    _ repository: borrowing Repository, _ desk: Desk, _ proof: inout Proof, whole: Bool
  ) throws(Failure) {
    guard whole, let computed = ObjectID(hex: desk.live) else { return }
    do throws(GitError) {
      let local = try repository.target(of: Live.reference)
      let stands =
        if let local { local } else { try repository.target(of: "refs/remotes/origin/live") }
      guard let stands, stands != computed else {
        if stands == nil { proof.remarks.append("live is not here yet; the next command makes it") }
        return
      }
      if repository.exists(stands), try repository.isAncestor(stands, of: computed) {
        let steps = try repository.walk(from: computed, hiding: stands, firstParent: true).count
        proof.remarks.append("live is \(steps) behind; the next command moves it forward")
        return
      }
      proof.violations.append(
        Proof.Violation(
          rule: "live", commit: stands.description,
          message: "what readers see (live) is not what follows from the record",
          remedy: "stet doctor --fix puts it right and keeps what stands there"))
    } catch {
      throw Failure(error)
    }
  }

  /// Releases are annotated tags on `live`, cut by a publisher or by whoever published what they
  /// bring, each behind the one before.
  private static func checkReleases(
    _ repository: borrowing Repository, _ desk: Desk, _ proof: inout Proof, whole: Bool
  ) throws(Failure) {
    let releases = try tagged(in: repository).values.sorted { ($0.at, $0.tag) > ($1.at, $1.tag) }
    proof.releases = releases.count
    guard let computed = ObjectID(hex: desk.live) else { return }
    let names = Set(releases.map(\.tag))
    var followers: [String: [String]] = [:]
    for release in releases {
      func violation(_ message: String) {
        proof.violations.append(
          Proof.Violation(
            rule: "release", commit: release.commit, by: release.by, at: release.at,
            message: "release \(release.tag) \(message)",
            remedy: "git tag -d \(release.tag), if it was never shared"))
      }
      if let previous = release.previous {
        if !names.contains(previous) { violation("follows \(previous), which is missing") }
        followers[previous, default: []].append(release.tag)
      }
      let person = Handle(release.by).flatMap { desk.policy.people[$0] }
      if person == nil { violation("was cut by nobody on the staff (\(release.by))") }
      if let person, try !mayCut(person, release.commit, repository) {
        violation("was cut by \(person.name), who is no publisher")
      }
      do throws(GitError) {
        guard let id = ObjectID(hex: release.commit), repository.exists(id),
          try repository.isAncestor(id, of: computed)
        else {
          // Up to an older edition, the later ones are not in question.
          if !whole, let id = ObjectID(hex: release.commit), repository.exists(id),
            try repository.isAncestor(computed, of: id)
          {
            continue
          }
          violation("names what readers never were to see")
          continue
        }
      } catch {
        throw Failure(error)
      }
    }
    for (previous, tags) in followers.sorted(by: { $0.key < $1.key }) where tags.count > 1 {
      proof.violations.append(
        Proof.Violation(
          rule: "release", commit: "", message: "\(prose(tags.sorted())) both follow \(previous)",
          remedy: "git tag -d the one that was never shared"))
    }
  }
}
