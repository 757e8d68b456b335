/// A logo that was read and found harmless: nothing in it fetches a file or runs a script.
public struct Logo: Sendable, Hashable {
  public enum Format: String, Sendable, Hashable, CaseIterable { case png, svg }

  /// For readers who do not see the picture.
  public let name: String
  public let format: Format
  /// The picture's file.
  public let bytes: [UInt8]
  /// In pixels; only the shape counts.
  public let width: Double
  public let height: Double

  /// - Precondition: width and height are positive and finite.
  public init(name: String, format: Format, bytes: [UInt8], width: Double, height: Double) {
    precondition(
      width > 0 && height > 0 && width.isFinite && height.isFinite, "a logo's width and height are positive")
    self.name = name
    self.format = format
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}
