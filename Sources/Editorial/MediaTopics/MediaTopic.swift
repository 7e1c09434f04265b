/// A subject of IPTC's Media Topics (https://iptc.org/standards/media-topics/).
///
/// Codes and names are © IPTC, licensed CC BY 4.0, as of the release of 6 April 2019; what IPTC added
/// later is not among them.
public struct MediaTopic: Hashable, Sendable {
  /// Eight digits, `20000002`.
  public let code: String
  /// In British English.
  public let name: String
  /// Whether IPTC asks to use it no more.
  public let isRetired: Bool

  /// The subject of a code, `20000002` or `medtop:20000002`; nil where the list has none.
  public static func coded(_ code: String) -> MediaTopic? {
    all[code.hasPrefix("medtop:") ? String(code.dropFirst("medtop:".count)) : code]
  }

  /// The subject of that name, letters' case aside; of those in use alone.
  public static func named(_ name: String) -> MediaTopic? {
    let name = name.lowercased()
    return all.values.filter { !$0.isRetired && $0.name.lowercased() == name }
      .min { $0.code < $1.code }
  }

  /// A line for each: `-` before those that are retired, the code, the name.
  private static let all: [String: MediaTopic] = {
    var all: [String: MediaTopic] = [:]
    for list in [ofLife, ofWorld, ofWork, ofState, ofSport] {
      for line in list.split(separator: "\n") {
        let isRetired = line.hasPrefix("-")
        let code = String(line.drop { $0 == "-" }.prefix(8))
        let name = String(line.drop { $0 == "-" }.dropFirst(9))
        all[code] = MediaTopic(code: code, name: name, isRetired: isRetired)
      }
    }
    return all
  }()
}
