extension String {
  /// The text as it counts when two spellings of one word are compared.
  ///
  /// Case, surrounding and repeated blanks, hyphens and underscores do not count; diacritics are written out
  /// (`Öffentlich` and `oeffentlich` are one word), other accents are dropped.
  public var matchingKey: String {
    if let key = utf8.withContiguousStorageIfAvailable(Self.asciiMatchingKey) ?? nil { return key }
    var key: [UInt8] = []
    key.reserveCapacity(utf8.count)
    var pendingBlank = false
    func append(_ bytes: some Sequence<UInt8>) {
      if pendingBlank && !key.isEmpty { key.append(UInt8(ascii: " ")) }
      pendingBlank = false
      key.append(contentsOf: bytes)
    }
    for scalar in unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": append(CollectionOfOne(UInt8(scalar.value)))
      case "A"..."Z": append(CollectionOfOne(UInt8(scalar.value) | 0x20))
      case " ", "\t", "\n", "\r", "-", "_", "\u{A0}", "\u{2010}"..."\u{2014}", "\u{FEFF}", "\u{202F}":
        pendingBlank = true
      // The marks of decomposed letters, as some systems write them: o + U+0308 is ö.
      case "\u{308}":
        if let last = key.last, "aou".utf8.contains(last), !pendingBlank { key.append(UInt8(ascii: "e")) }
      case "\u{300}"..."\u{36F}": continue
      default: append((scalar.plainLetters ?? String(scalar).lowercased()).utf8)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// The same for ASCII, most of what tables hold; nil for any other text.
  private static func asciiMatchingKey(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: text.count) { key in
      var count = 0
      var isBlankPending = false
      for byte in text {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          isBlankPending = true
        default:
          if isBlankPending && count > 0 {
            key[count] = UInt8(ascii: " ")
            count += 1
          }
          isBlankPending = false
          key[count] = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
          count += 1
        }
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  /// The letters a–z that an umlaut, a ligature or an accented letter is compared as; nil for all other characters.
  ///
  /// Umlauts are written out, as `oeffentlich` is for `öffentlich`; accents are dropped.
  public var plainLetters: String? {
    switch self {
    case "ä", "Ä", "æ", "Æ": "ae"
    case "ö", "Ö", "ø", "Ø", "œ", "Œ": "oe"
    case "ü", "Ü": "ue"
    case "ß", "ẞ": "ss"
    case "à"..."å", "À"..."Å": "a"
    case "ç", "Ç", "č", "Č", "ć", "Ć": "c"
    case "è"..."ë", "È"..."Ë", "ě", "Ě", "ę", "Ę": "e"
    case "ì"..."ï", "Ì"..."Ï": "i"
    case "ñ", "Ñ", "ń", "Ń", "ň", "Ň": "n"
    case "ò"..."õ", "Ò"..."Õ", "ő", "Ő": "o"
    case "š", "Š", "ś", "Ś": "s"
    case "ù"..."û", "Ù"..."Û", "ů", "Ů", "ű", "Ű": "u"
    case "ý", "ÿ", "Ý": "y"
    case "ž", "Ž", "ź", "Ź", "ż", "Ż": "z"
    case "ł", "Ł": "l"
    default: nil
    }
  }
}
