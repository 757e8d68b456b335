import CZip
import NetworkModel

/// A PNG that can be drawn: whole, with right check sums, and unpacking to exactly its pixels.
///
/// Of its chunks only those that the picture needs are kept; texts, places and cameras are nobody's business.
struct PNGPicture {
  let width: Int
  let height: Int
  let bytes: [UInt8]

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Four bytes each while it is drawn.
  private static let pixelLimit = 16_000_000
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs",
  ]

  init(_ file: [UInt8]) throws(UnusableLogo) {
    let damaged = UnusableLogo(
      "this PNG is damaged or cut off; save it again",
      "dieses PNG ist beschädigt oder unvollständig; speichern Sie es noch einmal")
    var position = Self.signature.count
    var kept = Self.signature
    var packed: [UInt8] = []
    var header: [UInt8] = []
    var hasPalette = false
    var isWhole = false
    while !isWhole {
      guard position + 12 <= file.count else { throw damaged }
      let length = Self.number(file, at: position)
      guard length <= file.count - position - 12 else { throw damaged }
      let kind = String(decoding: file[(position + 4)..<(position + 8)], as: UTF8.self)
      let content = (position + 8)..<(position + 8 + length)
      let sum = file[(position + 4)..<content.upperBound].withUnsafeBufferPointer {
        crc32(0, $0.baseAddress, UInt32($0.count))
      }
      guard Int(sum) == Self.number(file, at: content.upperBound) else { throw damaged }
      switch kind {
      // Which of two would count is for each reader to say.
      case "IHDR":
        guard header.isEmpty else { throw damaged }
        header = Array(file[content])
      case "PLTE":
        guard !hasPalette else { throw damaged }
        hasPalette = true
      case "IDAT": packed += file[content]
      case "IEND": isWhole = true
      default: break
      }
      guard header.count == 13 else { throw damaged }
      if Self.kept.contains(kind) { kept += file[position..<(content.upperBound + 4)] }
      position = content.upperBound + 4
    }
    width = Self.number(header, at: 0)
    height = Self.number(header, at: 4)
    bytes = kept
    guard width > 0, height > 0 else { throw damaged }
    guard width <= Self.pixelLimit, height <= Self.pixelLimit, width * height <= Self.pixelLimit else {
      throw UnusableLogo(
        "\(width) × \(height) pixels are too many; 1000 in width are enough for a poster",
        "\(width) × \(height) Bildpunkte sind zu viele; 1000 in der Breite reichen für ein Plakat")
    }
    let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(header[9])]
    let depths: [UInt8] = header[9] == 0 ? [1, 2, 4, 8, 16] : header[9] == 3 ? [1, 2, 4, 8] : [8, 16]
    guard let channels, depths.contains(header[8]), header[12] <= 1, header[9] != 3 || hasPalette else {
      throw damaged
    }
    let size = Self.unpackedSize(width, height, bitsPerPixel: channels * Int(header[8]), isInterlaced: header[12] == 1)
    guard Self.unpacks(packed, to: size) else { throw damaged }
  }

  private static func number(_ bytes: [UInt8], at position: Int) -> Int {
    bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// One byte for the filter and the pixels, line by line; interlaced in the seven passes of Adam7.
  private static func unpackedSize(_ width: Int, _ height: Int, bitsPerPixel: Int, isInterlaced: Bool) -> Int {
    func size(_ width: Int, _ height: Int) -> Int {
      width == 0 ? 0 : height * (1 + (width * bitsPerPixel + 7) / 8)
    }
    guard isInterlaced else { return size(width, height) }
    let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    return passes.reduce(0) { sum, pass in
      let (x, y, dx, dy) = pass
      return sum + size((max(width - x, 0) + dx - 1) / dx, (max(height - y, 0) + dy - 1) / dy)
    }
  }

  /// Whether the packed bytes hold exactly so many.
  private static func unpacks(_ packed: [UInt8], to size: Int) -> Bool {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return false }
    defer { inflateEnd(&stream) }
    var packed = packed
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var produced = 0
    return packed.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while produced <= size {
        let status = chunk.withUnsafeMutableBufferPointer { output -> Int32 in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          produced += output.count - Int(stream.avail_out)
          return status
        }
        if status == Z_STREAM_END { return produced == size }
        guard status == Z_OK else { return false }
      }
      return false
    }
  }
}
