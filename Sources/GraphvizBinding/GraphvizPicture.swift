import CGraphviz

/// A picture file in memory.
///
/// The attribute `image`, which names a file, is refused in every graph: text from a dataset could name any. Pictures come
/// as bytes, and the library is given the name of a file in memory that holds them.
public struct GraphvizPicture: Sendable, Hashable {
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case png
    /// Drawn through librsvg. Begins with `<?xml`, and the root's width and height stand in its first 200 bytes.
    case svg
  }

  public let format: Format
  public let bytes: [UInt8]

  public init(format: Format, bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }
}

extension Graphviz.Library {
  /// The name under which the library can open the picture.
  ///
  /// It keeps what it has read under that name as long as the process lives, so each picture has one file, for as long.
  mutating func file(of picture: GraphvizPicture) throws(GraphvizError) -> String {
    if let name = pictures[picture] { return name }
    let file = picture.bytes.withUnsafeBytes { gvx_memory_file($0.baseAddress, $0.count) }
    guard file >= 0 else { throw .failed(stage: "a picture", messages: ["there is no memory or no file for it"]) }
    let name = "/dev/fd/\(file)"
    pictures[picture] = name
    return name
  }
}
