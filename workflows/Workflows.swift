/// The workflows that come with stet: the YAML files beside this one, embedded in the binary.
public enum Workflows {
  /// Name and text of each, in the order in which they are shown.
  ///
  /// A new shipped workflow is a file beside this one, a name in Package.swift and a row here.
  public static let all: [(name: String, text: String)] = [
    ("standard", text(PackageResources.standard_yml)),
    ("breaking", text(PackageResources.breaking_yml)),
    ("wire", text(PackageResources.wire_yml)),
    ("solo", text(PackageResources.solo_yml)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
