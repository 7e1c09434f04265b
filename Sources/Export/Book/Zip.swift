internal import CZip
internal import Editorial

/// Writes a ZIP archive by minizip, its files stored as they are.
///
/// They bear no time of their own: the same files give the same bytes.
struct Zip: ~Copyable {
  private let zip: OpaquePointer

  init() throws(ZipFault) {
    guard let zip = stet_zip_new() else { throw ZipFault() }
    self.zip = zip
  }

  deinit { stet_zip_free(zip) }

  /// Adds a file; `name` is ASCII.
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(ZipFault) {
    let code = bytes.withUnsafeBytes { stet_zip_add(zip, name, $0.baseAddress, $0.count) }
    guard code == 0 else { throw ZipFault() }
  }

  /// Ends the archive and gives its bytes.
  consuming func finish() throws(ZipFault) -> [UInt8] {
    var bytes: UnsafeRawPointer?
    var count = 0
    guard stet_zip_finish(zip, &bytes, &count) == 0, let bytes else { throw ZipFault() }
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}

/// A ZIP archive could not be written.
struct ZipFault: Explained, Equatable {
  var problem: String { "there was no memory left to write a ZIP archive" }
}
