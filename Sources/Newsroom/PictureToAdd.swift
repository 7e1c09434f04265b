public import Editorial
import Export
import Foundation
import Glibc

/// A picture to be taken in, read and found to be one.
public struct PictureToAdd: Sendable {
  /// What its name here begins with.
  let name: String
  let file: PictureFile
  /// Whether its file carried more than goes out: a place, an owner.
  public let wasCleaned: Bool
  public let alt: String
  public var caption: String?
  public var credit: String?
  public var license: String?
  /// The story that it goes with.
  public var story: StoryID?
  public var note = ""

  static let mostBytes = 20 << 20

  /// Reads a picture of the person's disk.
  ///
  /// Throws what is wrong with it, in words: that it is none, is cut short, or asks too much of a
  /// reader's browser.
  public init(reading path: String, alt: String) throws(Failure) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes = try Self.read(path, name)
    file = try Self.judged(bytes, name)
    wasCleaned = file.bytes != bytes
    self.name = Slug.from(name.split(separator: ".").dropLast().joined(separator: "-")) ?? "picture"
    self.alt = alt
  }

  /// A picture taken apart, or why no page can show it.
  static func judged(_ bytes: [UInt8], _ name: String) throws(Failure) -> PictureFile {
    guard let type = PictureType(bytes) else { throw noPicture(bytes, name) }
    guard PictureType(path: name) == type else {
      throw Failure(
        .invalid, "\(name) holds \(type.ending), not what its name says",
        hint: "rename it to end in .\(type.ending)")
    }
    let file: PictureFile
    do throws(PictureFault) { file = try PictureFile(bytes, path: name) } catch {
      throw failure(error, name)
    }
    guard file.isWhole else {
      throw Failure(
        .invalid, "\(name) ends early: part of the picture is missing",
        hint: "copy it anew from where it came from")
    }
    return file
  }

  private static func read(_ path: String, _ name: String) throws(Failure) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure(.invalid, "there is no file \(path) that could be read")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.invalid, "\(path) is no file", hint: "name the picture itself")
    }
    guard status.st_size <= mostBytes else {
      throw Failure(
        .invalid, "\(name) is larger than \(mostBytes >> 20) MiB",
        hint: "make it smaller, then try again")
    }
    guard let bytes = Disk.read(path) else {
      throw Failure(.invalid, "there is no file \(path) that could be read")
    }
    guard !bytes.isEmpty else {
      throw Failure(
        .invalid, "\(name) is empty", hint: "copy it anew from where it came from")
    }
    return bytes
  }

  private static func failure(_ fault: PictureFault, _ name: String) -> Failure {
    switch fault.reason {
    case .tooManyPixels(let width, let height):
      Failure(
        .invalid,
        "\(name) says that it has \(width) × \(height) pixels; "
          + "\(PictureFile.mostPixels / 1_000_000) million are the most",
        hint: "make it smaller, then try again")
    case .damaged, .otherKind:
      Failure(
        .invalid, "\(name) is damaged: it can't be read as a picture",
        hint: "copy it anew from where it came from")
    }
  }

  private static func noPicture(_ bytes: [UInt8], _ name: String) -> Failure {
    let kinds = prose(PictureType.allCases.map(\.ending), "or")
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    if head.contains("<svg") {
      return Failure(
        .invalid, "\(name) is an SVG: opened by itself it could run scripts in a reader's browser",
        hint: "save it as a PNG, and add that")
    }
    if head.contains("<html") || head.contains("<!doctype html") {
      return Failure(
        .invalid, "\(name) is a web page, not a picture", hint: "download the picture itself")
    }
    let brand = bytes.dropFirst(4).prefix(8)
    if brand.starts(with: "ftyphei".utf8) || brand.starts(with: "ftypmif1".utf8) {
      return Failure(
        .invalid, "\(name) is a HEIC, which few browsers show",
        hint: "save it as a JPEG, and add that")
    }
    return Failure(
      .invalid, "\(name) is no picture that a page can show", hint: "stet takes \(kinds)")
  }
}
