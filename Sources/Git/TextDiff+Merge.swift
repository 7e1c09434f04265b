internal import CLibgit2

extension TextDiff {
  /// Merges the changes that `ours` and `theirs` each made to `base`, line by line.
  ///
  /// Where both changed the same lines in different ways the text holds both, between git's
  /// conflict marks named "ours" and "theirs", and `conflicted` is true.
  public static func merge(
    base: String, ours: String, theirs: String
  ) -> (text: String, conflicted: Bool) {
    _ = startLibgit2
    var options = git_merge_file_options()
    git_merge_file_options_init(&options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION))
    var result = git_merge_file_result()
    defer { git_merge_file_result_free(&result) }
    let code = withInput(base) { base in
      withInput(ours) { ours in
        withInput(theirs) { theirs in
          "ours".withCString { ourLabel in
            "theirs".withCString { theirLabel in
              options.our_label = ourLabel
              options.their_label = theirLabel
              return git_merge_file(&result, &base, &ours, &theirs, &options)
            }
          }
        }
      }
    }
    guard code == 0 else {
      git_error_clear()
      return (ours, true)
    }
    let bytes = UnsafeRawBufferPointer(start: result.ptr, count: result.len)
    return (String(decoding: bytes, as: UTF8.self), result.automergeable == 0)
  }

  private static func withInput(
    _ text: String, _ body: (inout git_merge_file_input) -> CInt
  ) -> CInt {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        var input = git_merge_file_input()
        git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
        input.ptr = bytes.baseAddress
        input.size = bytes.count
        return body(&input)
      }
    }
  }
}
