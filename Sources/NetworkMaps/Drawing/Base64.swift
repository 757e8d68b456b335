/// Bytes as text of 64 letters (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let rest = min(3, bytes.count - start)
    var group = 0
    for k in 0..<3 { group = group << 8 | (k < rest ? Int(bytes[start + k]) : 0) }
    for k in 0..<4 { text.append(k <= rest ? letters[group >> (18 - 6 * k) & 63] : UInt8(ascii: "=")) }
  }
  return text
}
