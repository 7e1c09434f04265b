public import Editorial
public import Export
import Git
import Glibc

/// What came of an export to an outlet.
public struct OutletOutcome: Sendable {
  public enum Result: Sendable, Hashable {
    case done
    /// The folder is as it was; why, and what helps.
    case failed(String, remedy: String?)
    /// The folder is new, and the command that takes it to readers failed.
    case notUploaded(String)
  }

  public var outlet: Outlet
  public var result: Result
  /// The edition that the folder has now; nil for none yet.
  public var release: String?
  /// One for each format; none where it failed.
  public var reports: [Report] = []
  /// Stories of the edition that were left out, each with its reason.
  public var held: [String] = []
  public var at: Moment
  /// Since when the outlet shows the edition.
  public var since: Moment?

  public var isDone: Bool { result == .done }
}

extension Newsroom {
  /// Brings every outlet of this machine up to the newest edition.
  ///
  /// One that fails keeps what it has, and the others go on.
  ///
  /// With `force` it goes into folders that are no exports; what is in them stays. Throws where no
  /// outlet has a folder here, or nothing was released yet.
  public borrowing func exportToOutlets(
    force: Bool = false
  ) async throws(Failure)
    -> [OutletOutcome]
  {
    let here = try outletsHere()
    guard try !releases().isEmpty else {
      throw Failure(.notFound, "nothing was released yet", hint: "stet release")
    }
    var outcomes: [OutletOutcome] = []
    for outlet in here {
      outcomes.append(await bring(outlet, to: .newest, force: force))
    }
    return outcomes
  }

  /// Exports again, at once, the edition that each outlet of this machine shows, no newer one, with
  /// the withdrawals that `live` has by now.
  ///
  /// An outlet that has no folder here, or was never exported to, has nothing to take down and is
  /// left out. Never throws: what went wrong is in the outcome, and readers of that outlet still have
  /// it.
  public borrowing func withdrawFromOutlets() async -> [OutletOutcome] {
    var outcomes: [OutletOutcome] = []
    for outlet in outlets() where outlet.out != nil {
      do throws(Failure) {
        let state = try Self.outletState(outlet.name, in: repository)
        guard state?.release != nil else { continue }
        outcomes.append(await bring(outlet, to: .shown, force: false))
      } catch {
        outcomes.append(
          OutletOutcome(
            outlet: outlet, result: .failed(error.problem, remedy: error.hint), release: nil,
            at: circumstances.now))
      }
    }
    return outcomes
  }

  private enum Goal {
    /// Whatever is the newest once it is this outlet's turn.
    case newest
    /// What it shows already.
    case shown
  }

  private borrowing func bring(
    _ outlet: Outlet, to goal: Goal, force: Bool
  ) async -> OutletOutcome {
    var outcome = OutletOutcome(outlet: outlet, result: .done, at: circumstances.now)
    do throws(Failure) {
      // What this process reads may be kept in memory; an outlet's record goes to disk.
      let repository = try Self.repository(containing: repository.gitDirectory)
      let lock = try Self.lock(outlet.name, repository, circumstances)
      let before = try Self.outletState(outlet.name, in: repository)
      outcome.release = before?.release
      var state: OutletState
      do throws(Failure) {
        var request = try request(for: outlet, force: force)
        if case .shown = goal { request.release = before?.release }
        let exported = try await Self.write(request, repository)
        state = exported.state(of: outlet.name, at: now)
        (outcome.reports, outcome.held) = (exported.reports, exported.held)
        outcome.release = exported.release
        if let problem = await upload(outlet, exported.release) {
          (state.result, state.problem) = (.notUploaded, problem)
          outcome.result = .notUploaded(problem)
        }
      } catch {
        outcome.result = .failed(error.problem, remedy: error.hint)
        state =
          before
          ?? OutletState(
            name: outlet.name, machine: "", result: .failed, at: now, since: now, by: "")
        (state.result, state.problem, state.at) = (.failed, error.problem, now)
      }
      try Self.keep(state, by: personIfKnown(), in: repository)
      outcome.at = state.at
      outcome.since = try Self.outletState(outlet.name, in: repository)?.since
      _ = consume lock
    } catch {
      // What could not be written down has happened all the same.
      if outcome.reports.isEmpty {
        outcome.result = .failed(error.problem, remedy: error.hint)
      } else {
        circumstances.say("warning: what \(outlet.name) shows can't be kept: \(error.problem)")
      }
    }
    return outcome
  }

  /// The time now, which may be later than when the command began.
  private var now: Moment {
    (try? Circumstances.clock(circumstances.environment)) ?? circumstances.now
  }

  private func request(
    for outlet: Outlet, force: Bool
  ) throws(Failure) -> ExportRequest {
    guard let out = outlet.out else {
      throw Failure(
        .failed, "it has no folder on this machine", hint: "stet outlet \(outlet.name) --out DIR")
    }
    var formats: [Format] = []
    for name in outlet.formats {
      do throws(UnknownFormat) { formats.append(try Format.named(name)) } catch {
        throw Failure(
          .failed, "this stet doesn't write `\(name)`",
          hint: "stet export --list shows the formats; stet.yml names those of \(outlet.name)")
      }
    }
    guard !formats.isEmpty else {
      throw Failure(
        .failed, "stet.yml names no format for it",
        hint: "a chief adds them, as \(outlet.name): [site, rss]")
    }
    if Disk.isReadOnly(out) { throw Failure(.failed, "\(out) is read-only") }
    var request = ExportRequest(formats: formats, directory: out)
    request.force = force
    return request
  }

  /// Takes a folder to readers; what went wrong, or nil.
  private borrowing func upload(_ outlet: Outlet, _ release: String) async -> String? {
    guard let command = outlet.after, let out = outlet.out else { return nil }
    var environment = circumstances.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["STET_OUTLET"] = outlet.name
    environment["STET_OUT"] = out
    environment["STET_RELEASE"] = release
    return await Program.upload(command, in: out, environment)
  }
}
