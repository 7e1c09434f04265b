internal import CLibgit2

/// Compares and merges texts.
public enum TextDiff {
  /// One step from the old tokens to the new ones; ranges are places in the two arrays.
  public enum Op: Sendable, Hashable {
    case equal(old: Range<Int>, new: Range<Int>)
    case delete(Range<Int>)
    case insert(Range<Int>)
  }

  /// The steps that turn `old` into `new`, in order, covering every token of both.
  ///
  /// Where both differ at one place the deletion comes first. Tokens may be any text, newlines too.
  public static func changes(_ old: [String], _ new: [String]) -> [Op] {
    _ = startLibgit2
    var numbers: [[UInt8]: Int] = [:]
    let left = lines(of: old, &numbers)
    let right = lines(of: new, &numbers)
    var hunks: [git_diff_hunk] = []
    var options = git_diff_options()
    git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    options.flags = GIT_DIFF_FORCE_TEXT.rawValue
    options.context_lines = 0
    options.interhunk_lines = 0
    let code = withUnsafeMutablePointer(to: &hunks) { hunks in
      git_diff_buffers(
        left, left.count, nil, right, right.count, nil, &options, nil, nil,
        { _, hunk, hunks in
          guard let hunk else { return 0 }
          hunks?.assumingMemoryBound(to: [git_diff_hunk].self).pointee.append(hunk.pointee)
          return 0
        }, nil, hunks)
    }
    guard code == 0 else {
      git_error_clear()
      return replacing(0..<old.count, 0..<new.count)
    }
    return ops(hunks, old.count, new.count)
  }

  /// Writes each token as a line that holds its number: xdiff compares lines, and knows no others.
  ///
  /// Strings would compare by their looks; é in one scalar is not é in two here.
  private static func lines(of tokens: [String], _ numbers: inout [[UInt8]: Int]) -> [CChar] {
    var lines: [CChar] = []
    lines.reserveCapacity(tokens.count * 6)
    for token in tokens {
      let next = numbers.count
      let bytes = Array(token.utf8)
      var number = numbers[bytes, default: next]
      if number == next { numbers[bytes] = next }
      repeat {
        lines.append(CChar(0x30 + number & 63))
        number >>= 6
      } while number > 0
      lines.append(0x0a)
    }
    return lines
  }

  private static func ops(_ hunks: [git_diff_hunk], _ old: Int, _ new: Int) -> [Op] {
    var ops: [Op] = []
    var left = 0
    var right = 0
    for hunk in hunks {
      // A side without lines gives the line before it, as in "@@ -5,0 +6,2 @@".
      let start = Int(hunk.old_start) - (hunk.old_lines > 0 ? 1 : 0)
      let common = start - left
      if common > 0 { ops.append(.equal(old: left..<start, new: right..<right + common)) }
      let ends = (start + Int(hunk.old_lines), right + common + Int(hunk.new_lines))
      ops += replacing(start..<ends.0, right + common..<ends.1)
      (left, right) = ends
    }
    if left < old { ops.append(.equal(old: left..<old, new: right..<new)) }
    return ops
  }

  private static func replacing(_ old: Range<Int>, _ new: Range<Int>) -> [Op] {
    (old.isEmpty ? [] : [.delete(old)]) + (new.isEmpty ? [] : [.insert(new)])
  }
}
