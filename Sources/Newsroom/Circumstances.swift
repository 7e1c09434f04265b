public import Editorial

#if canImport(Glibc)
  import Glibc
#endif

/// What a run of the program depends on beside the newsroom: time, person, settings.
///
/// It is worked out once, at the edge, and nothing else looks at a clock or the environment.
public struct Circumstances: Sendable {
  public var now: Moment
  /// From `--as` or STET_AS.
  public var person: String?
  /// Whether work is shared with a remote by itself.
  public var offline: Bool
  /// Whether everything is worked out and nothing changed.
  public var isDry: Bool
  public var environment: [String: String]
  /// Says something about a long or unusual run, on standard error.
  public var say: @Sendable (String) -> Void
  /// Shows how far a long job is: what it does, how much is done, and of how much.
  public var progress: @Sendable (String, Int, Int) -> Void

  public init(
    now: Moment, person: String? = nil, offline: Bool = false, isDry: Bool = false,
    environment: [String: String] = [:], say: @escaping @Sendable (String) -> Void = { _ in },
    progress: @escaping @Sendable (String, Int, Int) -> Void = { _, _, _ in }
  ) {
    (self.now, self.person, self.offline, self.isDry) = (now, person, offline, isDry)
    (self.environment, self.say, self.progress) = (environment, say, progress)
  }

  /// The machine's time, unless STET_NOW (ISO 8601) sets another.
  public static func clock(_ environment: [String: String]) throws(Failure) -> Moment {
    guard let given = environment["STET_NOW"], !given.isEmpty else {
      return Moment(seconds: Int64(time(nil)))
    }
    guard let moment = Moment(given) else {
      throw Failure(
        .usage, "STET_NOW is `\(given)`, which is no time",
        hint: "write it as 2026-11-25T06:00:00Z")
    }
    return moment
  }
}
