/// Entities as GML and the labels of Graphviz use them: numbers, the five of XML, the letters of Latin-1.
enum HTMLEntities {
  private static let named: [String: UInt32] = {
    let latin1 = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
      para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
      Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
      Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
      igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """
    var table: [String: UInt32] = ["quot": 34, "amp": 38, "apos": 39, "lt": 60, "gt": 62, "euro": 0x20AC]
    for (offset, name) in latin1.split(separator: " ").enumerated() { table[String(name)] = 160 + UInt32(offset) }
    return table
  }()

  /// The text with its entities replaced; what is none stays as it is.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == UInt8(ascii: "&"),
        let end = bytes[position..<min(bytes.endIndex, position + 12)].firstIndex(of: UInt8(ascii: ";")),
        let value = value(of: String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
      {
        result.append(unicode: value)
        position = end + 1
      } else {
        result.append(byte)
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func value(of entity: String) -> UInt32? {
    guard entity.hasPrefix("#") else { return named[entity] }
    let digits = entity.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    // A zero would end a text elsewhere; surrogates are no characters.
    guard let number, number != 0, Unicode.Scalar(number) != nil else { return nil }
    return number
  }
}
