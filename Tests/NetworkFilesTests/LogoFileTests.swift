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

  // MARK: - Files

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
