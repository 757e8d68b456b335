import CExpat
import NetworkModel

/// What a reader of XML does with the pieces of a document.
protocol XMLHandler: AnyObject {
  /// An element begins; `name` is without its namespace prefix.
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// A piece of text in UTF-8; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Set to stop reading; what was read so far stands.
  var isDone: Bool { get }
}

/// An element's or attribute's name, without its namespace prefix, as long as the callback runs.
struct XMLName {
  fileprivate let pointer: UnsafePointer<CChar>
  private let whole: UnsafePointer<CChar>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    whole = name
    var local = name
    var i = name
    while i.pointee != 0 {
      if i.pointee == 0x3A { local = i + 1 }
      i += 1
    }
    pointer = local
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    for i in 0..<count where name.pointer[i] != CChar(bitPattern: text.utf8Start[i]) { return false }
    return name.pointer[count] == 0
  }

  var string: String { String(cString: pointer) }
  /// With its prefix, as it is written.
  var qualified: String { String(cString: whole) }
}

/// The attributes of an element, as long as the callback runs.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute with a name, whatever its prefix.
  subscript(name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = list else { return nil }
    while let key = pair.pointee {
      if XMLName(key) == name { return pair[1].map { UnsafePointer($0) } }
      pair += 2
    }
    return nil
  }

  /// All of them, names with their prefixes, in the order in which they are written.
  var all: [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    guard var pair = list else { return result }
    while let key = pair.pointee {
      result.append((String(cString: key), pair[1].map { String(cString: $0) } ?? ""))
      pair += 2
    }
    return result
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

  /// Whether the attribute has this very value.
  func has(_ name: StaticString, _ value: StaticString) -> Bool {
    guard let text = self[name] else { return false }
    let count = value.utf8CodeUnitCount
    for i in 0..<count where text[i] != CChar(bitPattern: value.utf8Start[i]) { return false }
    return text[count] == 0
  }
}

/// Parses XML piece by piece through expat.
///
/// Declarations of entities are refused, and so is every trick that needs them; nothing is ever fetched. Elements may be
/// nested 256 deep.
final class XMLStream {
  enum Fault: Error {
    case malformed(line: Int, reason: Localized)
    case declaresEntities(line: Int)
    case tooDeep(line: Int)
  }

  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var fault: Fault?
  private var depth = 0
  private static let deepest = 256

  init(_ handler: any XMLHandler) {
    self.handler = handler
    parser = XML_ParserCreate(nil)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        XMLStream.with(user) { stream in
          stream.depth += 1
          if stream.depth > XMLStream.deepest { return stream.stop(.tooDeep(line: stream.line)) }
          stream.handler.start(XMLName(name!), XMLAttributes(list: attributes))
          if stream.handler.isDone { XML_StopParser(stream.parser, 0) }
        }
      },
      { user, name in
        XMLStream.with(user) { stream in
          stream.depth -= 1
          stream.handler.end(XMLName(name!))
          if stream.handler.isDone { XML_StopParser(stream.parser, 0) }
        }
      })
    XML_SetCharacterDataHandler(parser) { user, text, count in
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count)).assumingMemoryBound(to: UInt8.self)
      XMLStream.with(user) { $0.handler.text(bytes) }
    }
    XML_SetEntityDeclHandler(parser) { user, _, _, _, _, _, _, _, _ in
      XMLStream.with(user) { $0.stop(.declaresEntities(line: $0.line)) }
    }
    XML_SetUnknownEncodingHandler(
      parser,
      { _, name, info in
        guard let name, let info, String(cString: name).headerKey == "windows1252" else { return 0 }
        withUnsafeMutableBytes(of: &info.pointee.map) { map in
          let codes = map.bindMemory(to: Int32.self)
          for byte in 0..<256 { codes[byte] = Int32(Windows1252.scalar(UInt8(byte))) }
        }
        info.pointee.convert = nil
        info.pointee.release = nil
        return 1
      }, nil)
  }

  deinit { XML_ParserFree(parser) }

  /// Calls `body` with the stream that a callback belongs to. It is there as long as it parses, so nobody counts it: with
  /// three callbacks an element that counting took a tenth of the reading.
  @inline(__always)
  private static func with(_ user: UnsafeMutableRawPointer?, _ body: (XMLStream) -> Void) {
    Unmanaged<XMLStream>.fromOpaque(user!)._withUnsafeGuaranteedRef(body)
  }

  /// The line that is read, for handlers that say where something stands.
  var line: Int { Int(clamping: XML_GetCurrentLineNumber(parser)) }

  private func stop(_ fault: Fault) {
    self.fault = fault
    XML_StopParser(parser, 0)
  }

  /// Parses the next piece.
  ///
  /// - Returns: false where the handler is done and wants no more.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false) throws(Fault) -> Bool {
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    let status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
    if let fault { throw fault }
    if handler.isDone { return false }
    guard status == XML_STATUS_OK else {
      throw .malformed(line: line, reason: .reason(XML_GetErrorCode(parser)))
    }
    return true
  }
}

extension ZipArchive {
  /// Parses an entry as XML.
  func parse(_ entry: String, limit: Int = .max, _ handler: any XMLHandler) throws(UnreadableInput) {
    let stream = XMLStream(handler)
    var fault: XMLStream.Fault?
    var wantsMore = true
    try read(entry, limit: limit) { piece in
      do throws(XMLStream.Fault) {
        wantsMore = try stream.parse(piece)
        return wantsMore
      } catch {
        fault = error
        return false
      }
    }
    if fault == nil, wantsMore {
      do throws(XMLStream.Fault) {
        _ = try stream.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
      } catch { fault = error }
    }
    if let fault { throw unreadable(entry, fault) }
  }

  private func unreadable(_ entry: String, _ fault: XMLStream.Fault) -> UnreadableInput {
    switch fault {
    case .malformed: return Self.damaged(name)
    case .declaresEntities, .tooDeep:
      return UnreadableInput(
        .fileDamaged, at: Location(file: name),
        Localized(
          en: "the part \(entry) declares entities or nests without end, as no program does; it is refused",
          de:
            "der Teil \(entry) erklärt Entities oder verschachtelt endlos, wie es kein Programm tut; er wird abgelehnt")
      )
    }
  }
}
