import Editorial
import Export
import Git
import Synchronization

/// The desk in a browser: the paper with every story at work in it, made anew whenever something
/// changes.
public final class DeskView: Sendable {
  private struct State {
    /// Grows with each change.
    var number = 0
    var site: Result<SiteView, Failure>
    var faults: [String: Failure] = [:]
  }

  private let path: String
  private let circumstances: Circumstances
  private let state: Mutex<State>

  /// The desk of the newsroom that contains `path`.
  ///
  /// A mistake in a file throws nothing: it is shown in the browser until it is mended.
  public init(of newsroom: borrowing Newsroom, at path: String) {
    (self.path, circumstances) = (path, newsroom.circumstances)
    state = Mutex(Self.state(newsroom))
  }

  private static func state(_ newsroom: borrowing Newsroom) -> State {
    do {
      let made = try newsroom.deskEdition()
      return State(site: .success(try SiteView(made.edition)), faults: made.faults)
    } catch {
      return State(site: .failure(Failure(error)))
    }
  }

  /// Makes the site anew at every change, until the task is cancelled.
  public func watch() async {
    guard let repository = try? Newsroom.repository(containing: path) else { return }
    var changes = Changes(repository)
    _ = changes.happened()
    renew()
    let clock = ContinuousClock()
    while !Task.isCancelled {
      let begun = clock.now
      if changes.happened() { renew() }
      // A large archive takes a while to look through: nine tenths of the time are left to others.
      try? await Task.sleep(for: max(.milliseconds(300), (clock.now - begun) * 9))
    }
  }

  private func renew() {
    var next: State
    do throws(Failure) {
      var now = circumstances
      now.now = try Circumstances.clock(now.environment)
      next = Self.state(try Newsroom.open(containing: path, now))
    } catch {
      next = State(site: .failure(error))
    }
    state.withLock {
      next.number = $0.number + 1
      $0 = next
    }
  }

  /// The number of the newest change.
  var number: Int { state.withLock { $0.number } }

  /// A file of the site as the desk is now; nil where there is none.
  func file(at path: String) throws(Failure) -> [UInt8]? {
    let (site, fault) = state.withLock { ($0.site, $0.faults[path]) }
    if let fault { throw fault }
    let view = try site.get()
    do { return try view.file(at: path) } catch { throw Failure(error) }
  }

  /// The page of a story on the desk's site, below its address.
  public static func page(
    of found: Found, in newsroom: borrowing Newsroom
  ) throws(Failure) -> String {
    try newsroom.edition(showing: found, withUnsaved: false).1.urlPath
  }
}
