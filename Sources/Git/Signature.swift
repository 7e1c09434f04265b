internal import CLibgit2

/// Who did something, and when.
public struct Signature: Sendable, Equatable {
  /// Bytes that are not UTF-8 were replaced by U+FFFD when this was read from a commit.
  public let name: String
  public let email: String
  /// Seconds since 1970.
  public let seconds: Int64
  /// Minutes east of Greenwich.
  public let offset: Int32

  public init(name: String, email: String, seconds: Int64, offset: Int32) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offset = offset
  }

  init?(_ pointer: UnsafePointer<git_signature>?) {
    guard let signature = pointer?.pointee else { return nil }
    self.init(
      name: signature.name.map { String(cString: $0) } ?? "",
      email: signature.email.map { String(cString: $0) } ?? "",
      seconds: signature.when.time, offset: signature.when.offset)
  }
}

extension Signature {
  /// Owns a libgit2 signature, which is the only resource that is not an opaque pointer.
  struct Owned: ~Copyable {
    let pointer: UnsafeMutablePointer<git_signature>

    /// Refuses what libgit2 would write as it is, and so let a name add lines to a commit.
    init(_ signature: Signature, _ action: @autoclosure () -> String) throws(GitError) {
      let texts = [signature.name, signature.email]
      guard !texts.contains(where: { $0.utf8.contains { $0 < 0x20 || $0 == 0x7f } }) else {
        throw GitError(.invalid, doing: action(), "a name contains a control character")
      }
      // libgit2 writes the time as an unsigned number of 32 bits, whatever it is given.
      guard
        UInt32(exactly: signature.seconds) != nil, (-5_999...5_999).contains(signature.offset)
      else { throw GitError(.invalid, doing: action(), "the time is out of range") }
      var made: UnsafeMutablePointer<git_signature>?
      let code = git_signature_new(
        &made, signature.name, signature.email, signature.seconds, signature.offset)
      guard code == 0, let made else {
        git_error_clear()
        throw GitError(
          .invalid, doing: action(),
          "“\(signature.name) <\(signature.email)>” is not a name and an address")
      }
      pointer = made
    }

    deinit { git_signature_free(pointer) }
  }
}
