internal import Crypto

/// The name-based UUID of a text (version 5, RFC 9562 §5.5), `urn:uuid:…`.
func uuid(named name: String) -> String {
  // The namespace is the project's own: any other gives other ids.
  let namespace: [UInt8] = [
    0x6b, 0x0d, 0x5e, 0x0f, 0x3c, 0x4e, 0x4b, 0x3a, 0x9a, 0x5c, 0x1e, 0x2f, 0x77, 0x61, 0x9d, 0x04,
  ]
  var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
  bytes[6] = bytes[6] & 0x0F | 0x50
  bytes[8] = bytes[8] & 0x3F | 0x80
  var text = "urn:uuid:"
  for (index, byte) in bytes.enumerated() {
    if [4, 6, 8, 10].contains(index) { text += "-" }
    text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
  return text
}
