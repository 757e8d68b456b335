import NetworkModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file is no logo, for a planner.
struct UnusableLogo: Error, Hashable {
  let message: Localized
  var suggestion: String?

  init(_ english: String, _ german: String, suggestion: String? = nil) {
    message = Localized(en: english, de: german)
    self.suggestion = suggestion
  }
}

/// Reads logos, and only from the folder of a dataset.
public enum LogoFile {
  /// More than any logo; each is written into the SVG as it is.
  private static let sizeLimit = 2 << 20
  /// The longer side of a PNG: what is smaller counts visitors, or is a mistake.
  private static let leastPixels = 16
  /// More logos than any foot of a sheet has room for.
  private static let countLimit = 12

  /// The logos of a style, and what is wrong with them.
  ///
  /// Paths are relative to the dataset's folder, or the folder that it lies in. They may not lead out of it, neither by
  /// `..` nor through a link.
  public static func read(
    _ entries: [MapStyleDraft.LogoEntry], dataset: String
  ) -> (logos: [Logo], problems: [Problem]) {
    var logos: [Logo] = []
    var problems: [Problem] = []
    func report(_ entry: MapStyleDraft.LogoEntry, _ fault: UnusableLogo) {
      let file = entry.file.text
      problems.append(
        Problem(
          .unusableLogo, at: entry.file.location,
          Localized(en: "logo \(file): \(fault.message.english)", de: "Logo \(file): \(fault.message.german)"),
          suggestion: fault.suggestion))
    }
    let folder = dataset == "-" ? nil : PathKind(dataset) == .folder ? dataset + "/" : dataset.folderName
    for (position, entry) in entries.enumerated() {
      guard position < countLimit else {
        report(
          entry,
          UnusableLogo(
            "a map has room for \(countLimit) logos; leave out the rest, or join some in one picture",
            "eine Karte hat Platz für \(countLimit) Logos; lassen Sie die übrigen weg oder fassen Sie einige in einem Bild zusammen"
          ))
        break
      }
      do throws(UnusableLogo) {
        guard let folder else {
          throw UnusableLogo(
            "a dataset from standard input has no folder with logos; give a folder or a file",
            "Daten von der Standardeingabe haben keinen Ordner mit Logos; geben Sie einen Ordner oder eine Datei an")
        }
        logos.append(try read(entry.file.text, name: entry.name, in: folder.isEmpty ? "./" : folder))
      } catch {
        report(entry, error)
      }
    }
    return (logos, problems)
  }

  private static func read(_ path: String, name: String?, in folder: String) throws(UnusableLogo) -> Logo {
    let bytes = try contents(of: path, in: folder)
    let name = name ?? path.fileName.withoutPictureExtension
    if bytes.starts(with: PNGPicture.signature) {
      let picture = try PNGPicture(bytes)
      guard max(picture.width, picture.height) >= leastPixels else {
        throw UnusableLogo(
          "\(picture.width) × \(picture.height) pixels show nothing; save the logo with 1000 pixels in width",
          "\(picture.width) × \(picture.height) Bildpunkte zeigen nichts; speichern Sie das Logo mit 1000 Bildpunkten in der Breite"
        )
      }
      return Logo(
        name: name, format: .png, bytes: picture.bytes, width: Double(picture.width), height: Double(picture.height))
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      throw UnusableLogo("this is a JPEG; save it as PNG", "das ist ein JPEG; speichern Sie es als PNG")
    }
    guard bytes.prefix(1024).contains(UInt8(ascii: "<")) else {
      throw UnusableLogo(
        "this is no PNG and no SVG; save the logo as PNG", "das ist weder PNG noch SVG; speichern Sie das Logo als PNG")
    }
    let picture = try SVGPicture(bytes)
    return Logo(name: name, format: .svg, bytes: picture.bytes, width: picture.width, height: picture.height)
  }

  /// The bytes of a file that lies in the folder.
  private static func contents(of path: String, in folder: String) throws(UnusableLogo) -> [UInt8] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !path.contains("\\"), !path.contains(":"), !path.utf8.contains(0),
      !parts.contains("..")
    else {
      throw UnusableLogo(
        "logos are read from the dataset's folder only; put the file there and write its name, such as logos/eu.png",
        "Logos werden nur aus dem Ordner der Daten gelesen; legen Sie die Datei dort ab und schreiben Sie ihren Namen, zum Beispiel logos/eu.png"
      )
    }
    guard let base = resolved(folder), let file = resolved(folder + path) else {
      let inner = parts.dropLast().joined(separator: "/")
      let beside = (Folder.files(in: folder + inner) ?? []).map { inner.isEmpty ? $0 : "\(inner)/\($0)" }
      throw UnusableLogo(
        "there is no such file in the dataset's folder", "diese Datei gibt es im Ordner der Daten nicht",
        suggestion: nearestWord(to: path, among: beside))
    }
    guard file.hasPrefix(base == "/" ? base : base + "/") else {
      throw UnusableLogo(
        "this is a link that leads out of the dataset's folder; put the file itself there",
        "das ist eine Verknüpfung, die aus dem Ordner der Daten hinausführt; legen Sie die Datei selbst dort ab")
    }
    // Neither a pipe, which would keep us waiting, nor a link that has just been put in the place of the file.
    let descriptor = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { close(descriptor) }
      throw UnusableLogo("this file cannot be read", "diese Datei lässt sich nicht lesen")
    }
    defer { close(descriptor) }
    guard status.st_size <= sizeLimit else {
      throw UnusableLogo(
        "larger than 2 MB; save it with fewer pixels, 1000 in width are enough for a poster",
        "größer als 2 MB; speichern Sie es mit weniger Bildpunkten, 1000 in der Breite reichen für ein Plakat")
    }
    do throws(UnreadableInput) {
      return try FileBytes.read(descriptor: descriptor, name: path).withBytes { Array($0) }
    } catch {
      throw UnusableLogo("this file cannot be read", "diese Datei lässt sich nicht lesen")
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}

extension String {
  fileprivate var withoutPictureExtension: String {
    for ending in [".png", ".svg"] where lowercased().hasSuffix(ending) { return String(dropLast(ending.count)) }
    return self
  }
}
