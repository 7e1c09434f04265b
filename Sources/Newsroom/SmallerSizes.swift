import Editorial
import Export
import Subprocess
import SystemPackage

/// The smaller sizes of a picture, as libvips makes them where the machine has it.
struct SmallerSizes: Sendable {
  /// By width, the narrowest first.
  var files: [(width: Int, bytes: [UInt8])] = []
  /// Why some are missing, and what would help.
  var hint: String?

  /// Makes what a picture has room for, in a folder of stet's own that is empty afterwards.
  ///
  /// The picture is hostile until shown otherwise: the program gets a time, memory and no shell, and
  /// what it makes is read as any other picture.
  static func made(of picture: PictureFile, in folder: String) async -> SmallerSizes {
    var made = SmallerSizes()
    let widths = Picture.widths.filter { $0 < picture.width }
    // A smaller size of what moves would stand still.
    guard !widths.isEmpty, !picture.isMoving else { return made }
    guard (try? await Executable.name(program).resolveExecutablePath(in: .inherit)) != nil else {
      made.hint =
        "readers with small screens get the picture in full: smaller sizes need vipsthumbnail "
        + "(apt install libvips-tools)"
      return made
    }
    let ending = picture.type.ending
    let whole = "\(folder)/whole.\(ending)"
    defer { Disk.remove(folder: folder) }
    do throws(Failure) { try Disk.write(picture.bytes, to: whole) } catch {
      made.hint = error.problem
      return made
    }
    for width in widths {
      let out = "\(folder)/\(width).\(ending)"
      guard await run(whole, out, width), let bytes = Disk.read(out),
        let small = try? PictureFile(bytes, path: out), small.isWhole, small.width == width
      else {
        made.hint = "vipsthumbnail could not make a size \(width) pixels wide of it"
        continue
      }
      if small.bytes.count < picture.bytes.count { made.files.append((width, small.bytes)) }
    }
    return made
  }

  private static let program = "vipsthumbnail"

  private static func run(_ whole: String, _ out: String, _ width: Int) async -> Bool {
    // Colours as every screen has them, so that the profile need not go along.
    let command = [
      "--kill-after=5", "60", "prlimit", "--as=\(4 << 30)", "--cpu=60", program, whole,
      "--size", "\(width)x", "--export-profile", "srgb", "-o", "\(out)[strip,Q=80]",
    ]
    let result = try? await Subprocess.run(
      .name("timeout"), arguments: Arguments(command),
      environment: .inherit.updating(["VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1"]),
      input: .none, output: .discarded, error: .discarded)
    return result?.terminationStatus.isSuccess == true
  }
}
