extension String {
  /// The text as it counts when two spellings of one word are compared.
  ///
  /// Case, surrounding and repeated blanks, hyphens and underscores do not count; diacritics are written out
  /// (`Öffentlich` and `oeffentlich` are one word), other accents are dropped.
  public var matchingKey: String {
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
      case "ä", "Ä", "æ", "Æ": append("ae".utf8)
      case "ö", "Ö", "ø", "Ø", "œ", "Œ": append("oe".utf8)
      case "ü", "Ü": append("ue".utf8)
      case "ß", "ẞ": append("ss".utf8)
      case "à"..."å", "À"..."Å": append("a".utf8)
      case "ç", "Ç", "č", "Č", "ć", "Ć": append("c".utf8)
      case "è"..."ë", "È"..."Ë", "ě", "Ě", "ę", "Ę": append("e".utf8)
      case "ì"..."ï", "Ì"..."Ï": append("i".utf8)
      case "ñ", "Ñ", "ń", "Ń", "ň", "Ň": append("n".utf8)
      case "ò"..."õ", "Ò"..."Õ", "ő", "Ő": append("o".utf8)
      case "š", "Š", "ś", "Ś": append("s".utf8)
      case "ù"..."û", "Ù"..."Û", "ů", "Ů", "ű", "Ű": append("u".utf8)
      case "ý", "ÿ", "Ý": append("y".utf8)
      case "ž", "Ž", "ź", "Ź", "ż", "Ż": append("z".utf8)
      case "ł", "Ł": append("l".utf8)
      // The marks of decomposed letters, as some systems write them: o + U+0308 is ö.
      case "\u{308}":
        if let last = key.last, "aou".utf8.contains(last), !pendingBlank { key.append(UInt8(ascii: "e")) }
      case "\u{300}"..."\u{36F}": continue
      default: append(String(scalar).lowercased().utf8)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
