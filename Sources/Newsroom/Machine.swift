import Git
import Glibc

/// What this clone's machine is called where several keep records beside each other.
enum Machine {
  static let setting = "stet.machine"

  /// Its name, where it has one already.
  static func name(_ repository: borrowing Repository) -> String? {
    repository.localConfiguration(setting).map(plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Its name; the first time it is made, of the host's name and the folder, and kept.
  ///
  /// Two clones on one machine, and two machines of one name, are told apart.
  static func named(_ repository: borrowing Repository) throws(Failure) -> String {
    if let name = name(repository) { return name }
    let host = plain(String(host.prefix { $0 != "." }))
    let hash = String(repository.commonDirectory.fingerprint & 0xFFFF, radix: 16)
    let made =
      (host.isEmpty ? "desk" : host) + "-" + String(repeating: "0", count: 4 - hash.count) + hash
    do throws(GitError) { try repository.setLocal(setting, to: made) } catch {
      throw Failure(error)
    }
    return made
  }

  private static var host: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Lower-case letters and digits joined by single hyphens, fit to be part of a reference's name.
  private static func plain(_ text: String) -> String {
    var name = ""
    for scalar in text.lowercased().unicodeScalars where name.utf8.count < 40 {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: name.unicodeScalars.append(scalar)
      default: if !name.isEmpty, name.last != "-" { name += "-" }
      }
    }
    while name.last == "-" { name.removeLast() }
    return name
  }
}

extension String {
  /// FNV-1a of its bytes: the same everywhere, and no secret.
  var fingerprint: UInt64 {
    utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
