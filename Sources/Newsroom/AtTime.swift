public import Editorial
import Git

/// What readers had at a time: an edition, and what was taken from them since it was cut.
struct ReadersState {
  var edition: ReleaseTag
  /// `live` as it was then; nil where it holds nothing that the edition lacks.
  var tip: ObjectID?

  /// The edition that readers had at a time; nil before the first.
  ///
  /// `chain` is newest first; `shown` is what an outlet had by its own record, where one was written.
  static func edition(
    at moment: Moment, in chain: [ReleaseTag], shown: OutletState?
  ) -> ReleaseTag? {
    guard let shown else { return chain.first { $0.at <= moment } }
    return chain.first { $0.tag == shown.release }
  }

  /// Nil before the first edition.
  init?(at moment: Moment, _ repository: borrowing Repository) throws(Failure) {
    let chain = try Newsroom.releases(in: repository)
    let shown = try Newsroom.shown(at: moment, in: repository)
    guard let edition = Self.edition(at: moment, in: chain, shown: shown) else { return nil }
    self.edition = edition
    do throws(GitError) {
      tip =
        if let shown { shown.tip.flatMap { ObjectID(hex: $0) } } else {
          try Self.tip(at: moment, chain, repository)
        }
      if let found = tip, let id = ObjectID(hex: edition.commit) {
        // An edition that went back is older than what `live` had: it is shown as it is, as any other.
        let follows = try repository.isAncestor(id, of: found)
        if id == found || !follows { tip = nil }
      }
    } catch {
      throw Failure(error)
    }
  }

  /// The same where a time is asked for; an error before the first edition.
  static func asked(
    _ moment: Moment?, _ repository: borrowing Repository
  ) throws(Failure) -> ReadersState? {
    guard let moment else { return nil }
    guard let state = try ReadersState(at: moment, repository) else {
      throw Failure(
        .notFound, "nothing was released yet at that time", hint: "stet releases lists the editions"
      )
    }
    return state
  }

  /// The newest commit of `live` that is dated `moment` or before.
  ///
  /// The walk begins at the first edition whose commit is later, so that it is as long as an edition.
  static func tip(
    at moment: Moment, _ chain: [ReleaseTag], _ repository: borrowing Repository
  ) throws(GitError) -> ObjectID? {
    var start = try Source.tip(repository)
    for edition in chain.reversed() {
      guard let id = ObjectID(hex: edition.commit), repository.exists(id),
        try repository.commit(id).committer.seconds > moment.seconds
      else { continue }
      start = id
      break
    }
    var next = start
    while let id = next {
      let commit = try repository.commit(id)
      if commit.committer.seconds <= moment.seconds { return id }
      next = commit.parents.first
    }
    return nil
  }
}

extension Newsroom {
  /// The moment that an option names, which must not lie ahead.
  public func moment(seenAt text: String) throws(Failure) -> Moment {
    let moment = try moment(text, "--at", atEnd: true)
    guard moment <= circumstances.now || zone.clock(moment).day == today else {
      throw Failure(
        .usage, "--at: \(text) is yet to come", hint: "stet due shows what is to go out")
    }
    return min(moment, circumstances.now)
  }
}
