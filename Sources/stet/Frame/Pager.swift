import Foundation
import Glibc
import Newsroom

/// A pager on a terminal: STET_PAGER, PAGER or less.
enum Pager {
  static func show(_ text: String, _ screen: Screen) {
    let environment = ProcessInfo.processInfo.environment
    let command =
      ["STET_PAGER", "GIT_PAGER", "PAGER"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
      ?? "less -FRX"
    guard command != "cat", let pipe = popen(command, "w") else { return }
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pipe) }
    let status = pclose(pipe)
    // 127: the shell found no such pager; then the text is printed plainly.
    if status >> 8 != 127 { exit(0) }
  }
}
