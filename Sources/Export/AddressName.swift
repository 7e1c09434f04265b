internal import Editorial

/// The address of a tag or section: its name, or a number that stands for what ASCII can't say.
func listName(_ text: String) -> String {
  let name = Slug.words(text)
  guard !name.isEmpty else {
    // FNV-1a, so that the same tag has the same address on every machine.
    let number = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "t-" + String(number, radix: 36)
  }
  return isDeviceName(name) ? name + "-" : name
}
