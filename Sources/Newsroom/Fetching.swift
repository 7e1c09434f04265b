import Editorial
import Foundation
import Glibc
import Import

/// Fetches pictures from other sites, for `import --fetch` alone.
///
/// An address is looked up here, and only what is no machine of this network is asked, by exactly the number
/// that was looked at; each redirect is an address anew. Size and time are limited.
enum Fetching {
  static let mostRedirects = 5

  static func fetch(_ address: String) -> Result<[UInt8], Intake.Unfetched> {
    var address = address.hasPrefix("//") ? "https:" + address : address
    for _ in 0...mostRedirects {
      switch once(address) {
      case .success(.bytes(let bytes)): return .success(bytes)
      case .success(.redirect(let next)): address = next
      case .failure(let why): return .failure(why)
      }
    }
    return .failure(Intake.Unfetched("it leads from address to address"))
  }

  private enum Got {
    case bytes([UInt8])
    case redirect(String)
  }

  private static func once(_ address: String) -> Result<Got, Intake.Unfetched> {
    func fault(_ reason: String) -> Result<Got, Intake.Unfetched> {
      .failure(Intake.Unfetched(reason))
    }
    let address = String(
      decoding: address.utf8.flatMap { byte -> [UInt8] in
        byte < 0x80 ? [byte] : Array("%".utf8) + Array(String(byte, radix: 16).uppercased().utf8)
      }, as: UTF8.self)
    // Whatever two readers of an address could take for different hosts is no address.
    guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C }),
      let url = URLComponents(string: address), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = url.host, !host.isEmpty, !host.contains("%"),
      url.user == nil
    else { return fault("its address is none of the web's") }
    let port = url.port ?? (scheme == "https" ? 443 : 80)
    let name = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    let numbers = lookUp(name)
    guard let number = numbers.first else { return fault("\(name) is not found") }
    guard numbers.allSatisfy(isPublic) else {
      return fault("\(name) is a machine of this network, and none is asked")
    }
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
    curl.arguments = [
      "-q", "-s", "-g", "--noproxy", "*", "--proto", "=http,https", "--max-redirs", "0",
      "--max-time", "30", "--connect-to",
      "::\(number.contains(":") ? "[\(number)]" : number):\(port)", "-w",
      "%{stderr}%{http_code} %{redirect_url}", "--", address,
    ]
    let (sent, said) = (Pipe(), Pipe())
    (curl.standardOutput, curl.standardError, curl.standardInput) = (
      sent, said, FileHandle.nullDevice
    )
    do { try curl.run() } catch { return fault("there is no /usr/bin/curl to fetch it with") }
    var bytes: [UInt8] = []
    while let more = try? sent.fileHandleForReading.read(upToCount: 1 << 16), !more.isEmpty {
      bytes += more
      if bytes.count > PictureToAdd.mostBytes {
        curl.terminate()
        break
      }
    }
    let words = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      .split(separator: " ", maxSplits: 1).map(String.init)
    curl.waitUntilExit()
    guard bytes.count <= PictureToAdd.mostBytes else {
      return fault("it is larger than \(PictureToAdd.mostBytes >> 20) MiB")
    }
    guard curl.terminationStatus == 0 else { return fault("it could not be fetched") }
    if words.count > 1, words[0].hasPrefix("3"), !words[1].isEmpty {
      return .success(.redirect(words[1]))
    }
    guard words.first == "200" else { return fault("its site answers \(words.first ?? "nothing")") }
    return .success(.bytes(bytes))
  }

  /// The numbers of a name, as the machine looks it up.
  private static func lookUp(_ name: String) -> [String] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var numbers: [String] = []
    var next = list
    while let entry = next?.pointee {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      if getnameinfo(
        entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
      {
        numbers.append(
          String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
      }
      next = entry.ai_next
    }
    return numbers
  }

  /// Whether a number is one of the open network (IANA's special-purpose registries, RFC 6890).
  static func isPublic(_ number: String) -> Bool {
    if number.contains(":") {
      let text = number.lowercased()
      if text.hasPrefix("::ffff:"), text.contains(".") {
        return isPublic(String(text.dropFirst(7)))
      }
      // Global unicast is 2000::/3; of it, what wraps or documents other numbers is none.
      guard let first = text.split(separator: ":", omittingEmptySubsequences: false).first,
        let value = Int(first, radix: 16), (0x2000...0x3FFF).contains(value)
      else { return false }
      return value != 0x2002 && !text.hasPrefix("2001:db8") && !text.hasPrefix("2001::")
    }
    let parts = number.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 4, parts.allSatisfy({ (0...255).contains($0) }) else { return false }
    switch (parts[0], parts[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (192, 168), (198, 18), (198, 19): return false
    case (172, 16...31), (100, 64...127): return false
    case (192, 0) where parts[2] == 0 || parts[2] == 2: return false
    case (198, 51) where parts[2] == 100: return false
    case (203, 0) where parts[2] == 113: return false
    default: return parts[0] < 224
    }
  }
}
