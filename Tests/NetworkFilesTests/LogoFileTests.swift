import Foundation
import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct LogoFileTests {
  static func entry(_ path: String) -> MapStyleDraft.LogoEntry {
    .init(file: .init(path, at: Location(file: "map.yaml", line: 3)))
  }

  /// 40 × 20 pixels with the author's name in it.
  static let png = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAIAAABwJOjsAAAAD3RFWHRBdXRob3IAU29tZWJvZHlzxYaJAAAAJElEQVR42mNgZGIeEMQwavGoxaMWj1o8avGoxaMWj1o8ciwGAKfcEsEF+fruAAAAAElFTkSuQmCC"
    )!)
  /// 5 × 3 grey pixels in the passes of Adam7.
  static let interlaced = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAUAAAADCAAAAAEJWqqyAAAAEklEQVR42mNoYADDBhCGICAAAEsWB4GKIXOyAAAAAElFTkSuQmCC")!)

  static func message(_ body: () throws(UnusableLogo) -> Void) -> String {
    do throws(UnusableLogo) {
      try body()
      return ""
    } catch {
      return error.message.english
    }
  }

  // MARK: - PNG

  @Test("a PNG keeps its pixels and loses what it tells of its author")
  func png() throws {
    let picture = try PNGPicture(Self.png)
    #expect(picture.width == 40 && picture.height == 20)
    #expect(!String(decoding: picture.bytes, as: UTF8.self).contains("Somebody"))
    #expect(try PNGPicture(picture.bytes).bytes == picture.bytes)
    #expect(try PNGPicture(Self.interlaced).width == 5)
  }

  @Test("a PNG that is cut off or changed anywhere is refused")
  func damaged() {
    for count in 8..<Self.png.count {
      #expect(throws: UnusableLogo.self) { try PNGPicture(Array(Self.png[..<count])) }
    }
    for position in 8..<Self.png.count {
      var bytes = Self.png
      bytes[position] ^= 0x10
      #expect(throws: UnusableLogo.self, "byte \(position)") { try PNGPicture(bytes) }
    }
  }

  /// A chunk of the test picture, whole with its check sum.
  static func chunk(_ kind: String, of file: [UInt8]) -> [UInt8] {
    var position = 8
    while position + 12 <= file.count {
      let length = file[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
      let end = position + 12 + length
      if String(decoding: file[(position + 4)..<(position + 8)], as: UTF8.self) == kind {
        return Array(file[position..<end])
      }
      position = end
    }
    return []
  }

  @Test("a PNG with two headers or two palettes is refused: readers would see two pictures")
  func doubleHeader() {
    let header = Self.chunk("IHDR", of: Self.png)
    #expect(header.count == 25)
    let twice = Array(Self.png[..<33]) + header + Self.png[33...]
    #expect(throws: UnusableLogo.self) { try PNGPicture(twice) }
  }

  // MARK: - SVG

  static func svg(_ inside: String, root: String = "viewBox=\"0 0 30 10\"") throws(UnusableLogo) -> SVGPicture {
    try SVGPicture(Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)>\(inside)</svg>".utf8))
  }

  @Test(
    "an SVG has the shape that it says",
    arguments: [
      ("viewBox=\"0 0 30 10\"", 3.0), ("width=\"30\" height=\"20\"", 1.5), ("width=\"3cm\" height=\"15mm\"", 2),
      ("width=\"100%\" height=\"100%\" viewBox=\"5,5,40,10\"", 4), ("width=\"72pt\" height=\"1in\"", 1),
    ])
  func shape(_ root: String, _ aspect: Double) throws {
    let picture = try Self.svg("<rect width=\"9\" height=\"9\"/>", root: root)
    #expect(abs(picture.width / picture.height - aspect) < 1e-3)
    #expect(max(picture.width, picture.height) == 1000)
    // The library looks for the size in the first 200 bytes of a line.
    let text = String(decoding: picture.bytes, as: UTF8.self)
    #expect(text.split(separator: "\n")[1].hasPrefix("<svg width=\"") && text.contains("viewBox="))
    // What was written anew is read as the same.
    #expect(try SVGPicture(picture.bytes).bytes == picture.bytes)
  }

  @Test(
    "an SVG that runs, fetches or embeds pages is refused",
    arguments: [
      "<script>alert(1)</script>", "<rect onclick=\"x()\"/>", "<rect OnLoad=\"x()\"/>",
      "<image href=\"file:///etc/passwd\"/>", "<image xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"a.png\"/>",
      "<use href=\"b.svg#x\"/>", "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
      "<foreignObject><p/></foreignObject>", "<style>@import 'a.css';</style><rect/>",
      "<style>rect{fill:url(http://a/b)}</style><rect/>", "<rect fill=\"url(http://a/b#c)\"/>",
      "<rect style=\"fill: \\75 rl(http://a)\"/>", "<rect style=\"fill:URL( 'a.svg#b')\"/>", "<iframe/>",
      "<animate attributeName=\"href\"/>", "<audio/>",
    ])
  func active(_ inside: String) {
    #expect(throws: UnusableLogo.self) { try Self.svg("<rect/>" + inside) }
  }

  @Test("entities, other documents, endless nesting and empty pictures are refused")
  func hostile() {
    let entities = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 1 1\"><text>&a;</text></svg>"
    #expect(Self.message { () throws(UnusableLogo) in _ = try SVGPicture(Array(entities.utf8)) }.contains("entities"))
    for text in [
      "<html/>", "", "<svg", "<svg viewBox=\"0 0 1 1\"/>", "<svg viewBox=\"0 0 1\"><rect/></svg>", "<svg><rect/></svg>",
      "<svg viewBox=\"0 0 1 0\"><rect/></svg>", "<svg viewBox=\"0 0 nan 1\"><rect/></svg>",
      "<svg viewBox=\"0 0 1 1\">" + String(repeating: "<g>", count: 400),
      "<svg xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 1 1\"><rect/></svg>",
    ] {
      #expect(throws: UnusableLogo.self, "\(text.prefix(40))") { try SVGPicture(Array(text.utf8)) }
    }
  }

  @Test("what editors keep for themselves is left out, links too; the picture stays")
  func metadata() throws {
    let picture = try SVGPicture(
      Array(
        """
        <?xml version="1.0"?><!-- C:\\Users\\Somebody --><?xml-stylesheet href="a.css"?>
        <svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:i="http://inkscape" xmlns:xlink="http://www.w3.org/1999/xlink"
          viewBox="0 0 2 1" i:export-filename="/home/somebody/x.png">
          <svg:metadata><i:x>Somebody</i:x></svg:metadata><i:view><rect/></i:view>
          <svg:defs><svg:linearGradient id="g"/></svg:defs>
          <svg:a xlink:href="https://a.example"><svg:rect fill="url(#g)" i:label="Somebody"/></svg:a>
          <svg:use xlink:href="#g"/><svg:text xml:space="preserve">A &amp; B &lt;C&gt;</svg:text>
        </svg:svg>
        """.utf8))
    let text = String(decoding: picture.bytes, as: UTF8.self)
    #expect(!text.lowercased().contains("somebody") && !text.contains("a.example") && !text.contains("stylesheet"))
    for kept in ["fill=\"url(#g)\"", "xlink:href=\"#g\"", "xml:space=\"preserve\"", "A &amp; B &lt;C&gt;"] {
      #expect(text.contains(kept), "\(kept)")
    }
  }

  @Test("a link that stands twice, for old and new readers, is written once")
  func doubleLink() throws {
    let link = "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#a\" href=\"#a\"/>"
    let picture = try Self.svg("<rect id=\"a\"/>" + link)
    let text = String(decoding: picture.bytes, as: UTF8.self)
    #expect(text.split(separator: "href=\"#a\"", omittingEmptySubsequences: false).count == 2, "\(text)")
    // What was written is well-formed: it can be read again.
    #expect(try SVGPicture(picture.bytes).width == picture.width)
  }

  @Test(
    "a path that breaks off is refused, whatever is written tightly is read",
    // The grammar of SVG 1.1, section 8.3.9; the tight ones after its examples and those of the Web Platform Tests.
    arguments: [
      ("M0 0L10 10z", true), ("M 0,0 10,10 20,0 Z m1 1h5v-5H0", true), ("M.5.5-1-1e2+3,4", true), ("", true),
      ("none", true), (" \n", true), ("M0 0a1 1 0 1110 10", true), ("M0,0A5,5,0,0,1,9,9Z", true),
      ("M1 1c1,2 3,4 5,6 7,8 9,10 11,12s1 2 3 4q1 2 3 4t5 6", true), ("M1e-3 2E+4", true), ("M0 0zzz", true),
      ("L0 0", false), ("M0", false), ("M0 0L10", false), ("M0 0X1 1", false), ("M0 0 L1,1,", false),
      ("M0 0c1 2 3 4 5", false), ("M0 0a1 1 0 2 1 10 10", false), ("M0 0 NaN", false), ("10 10", false),
      ("M0 0L,1 1", false), ("M0,,0", false), ("M0 0 z 5", false), ("Ü", false),
    ])
  func path(_ data: String, _ isWhole: Bool) {
    #expect(isPathData(data) == isWhole)
    let message = Self.message { () throws(UnusableLogo) in _ = try Self.svg("<path d=\"\(data)\"/>") }
    #expect(message.isEmpty == isWhole, "\(message)")
  }

  @Test(
    "an SVG that draws itself in itself, or ten times ten times ten, is refused",
    arguments: [
      ("<g id=\"a\"><use href=\"#a\"/></g>", false), ("<use id=\"a\" href=\"#a\"/>", false),
      ("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><g><use href=\"#a\"/></g></g>", false),
      ("<symbol id=\"a\"><rect/></symbol><use href=\"#a\"/><use href=\"#a\"/>", true),
      ("<g id=\"b\"><use href=\"#a\"/></g><rect id=\"a\"/>", true),
      (bomb(levels: 3), true), (bomb(levels: 9), false),
    ])
  func endless(_ inside: String, _ isFine: Bool) {
    let message = Self.message { () throws(UnusableLogo) in _ = try Self.svg("<rect/>" + inside) }
    #expect(message.isEmpty == isFine, "\(message)")
  }

  /// Ten of the level below on each level: 10^levels rectangles.
  static func bomb(levels: Int) -> String {
    "<rect id=\"l0\"/>"
      + (1...levels).map { level in
        "<g id=\"l\(level)\">" + String(repeating: "<use href=\"#l\(level - 1)\"/>", count: 10) + "</g>"
      }.joined()
  }

  // MARK: - Files

  @Test("a PNG of a few pixels is no logo")
  func dots() throws {
    let folder = TemporaryFolder(["partners.csv": "name\nA\n"])
    folder.write(Self.interlaced, to: "dot.png")
    let (logos, problems) = LogoFile.read([Self.entry("dot.png")], dataset: folder.path)
    #expect(logos.isEmpty)
    #expect(problems.map(\.message.german.localizedLowercase).allSatisfy { $0.contains("5 × 3 bildpunkte") })
    #expect(problems.count == 1)
  }

  @Test("logos are read from the dataset's folder, in their order")
  func read() throws {
    let folder = TemporaryFolder(["b.svg": "<svg viewBox=\"0 0 2 1\"><rect/></svg>", "partners.csv": "name\nA\n"])
    folder.write(Self.png, to: "a.png")
    for dataset in [folder.path, folder.file("partners.csv")] {
      let (logos, problems) = LogoFile.read(
        [Self.entry("b.svg"), .init(file: Self.entry("./a.png").file, name: "Land")], dataset: dataset)
      #expect(problems == [])
      #expect(logos.map(\.name) == ["b", "Land"] && logos.map(\.format) == [.svg, .png])
      #expect(logos.map(\.width) == [1000, 40] && logos.map(\.height) == [500, 20])
    }
  }

  @Test("nothing outside the folder is read, by no path and no link; all of it is told at once")
  func outside() throws {
    let other = TemporaryFolder()
    other.write(Self.png, to: "secret.png")
    let folder = TemporaryFolder(["jpeg.png": "", "text.svg": "no picture"])
    folder.write([0xFF, 0xD8, 0xFF, 0xE0], to: "photo.jpg")
    folder.write(Self.png, to: "logo.png")
    folder.write(Self.png + [UInt8](repeating: 0, count: 3 << 20), to: "large.png")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.png"), withDestinationPath: other.file("secret.png"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("way"), withDestinationPath: other.path)
    try FileManager.default.createSymbolicLink(atPath: folder.file("inside.png"), withDestinationPath: "logo.png")
    mkfifo(folder.file("pipe.png"), 0o600)
    let name = other.path.split(separator: "/").last!
    let paths = [
      other.file("secret.png"), "../\(name)/secret.png", "x/../../\(name)/secret.png", "link.png", "way/secret.png",
      "pipe.png", "photo.jpg", "text.svg", "large.png",
    ]
    for path in paths {
      let (logos, problems) = LogoFile.read([Self.entry(path)], dataset: folder.path)
      #expect(logos.isEmpty && problems.count == 1, "\(path)")
      #expect(problems.allSatisfy { $0.code == .unusableLogo && $0.location?.line == 3 })
    }
    #expect(LogoFile.read(paths.map(Self.entry), dataset: folder.path).problems.count == paths.count)
    #expect(LogoFile.read([Self.entry("inside.png")], dataset: folder.path).problems == [])
    #expect(LogoFile.read([Self.entry("logo.pgn")], dataset: folder.path).problems.first?.suggestion == "logo.png")
    #expect(LogoFile.read([Self.entry("logo.png")], dataset: "-").problems.count == 1)
    let many = [MapStyleDraft.LogoEntry](repeating: Self.entry("logo.png"), count: 14)
    #expect(LogoFile.read(many, dataset: folder.path).problems.count == 1)
  }
}
