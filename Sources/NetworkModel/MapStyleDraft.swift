/// What a style file for maps says, with the place of each word and not yet checked against the network.
public struct MapStyleDraft: Sendable, Hashable {
  /// What can be said of a map's look; the raw value is the key in the file.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    case title, subtitle, source, date, funding
    case logos, logoSide
    case colors, palette, theme, paper, orientation
    case kind, layout, partner, size, width, color, hulls, labels, maxLabels
    case language, audience, seed, sectorPull
  }

  /// A word and where it stands.
  public struct Text: Sendable, Hashable {
    public let text: String
    public let location: Location

    public init(_ text: String, at location: Location) {
      self.text = text
      self.location = location
    }
  }

  public struct LogoEntry: Sendable, Hashable {
    /// The path of the picture, in the folder of the dataset.
    public let file: Text
    /// For readers who do not see the picture; nil: the file's name.
    public let name: String?

    public init(file: Text, name: String? = nil) {
      self.file = file
      self.name = name
    }
  }

  public struct ColorEntry: Sendable, Hashable {
    /// The theme it is for; nil: all of them.
    public let theme: Text?
    /// An id or a name.
    public let sector: Text
    public let color: Text

    public init(theme: Text? = nil, sector: Text, color: Text) {
      self.theme = theme
      self.sector = sector
      self.color = color
    }
  }

  /// The keys with one value.
  public var values: [Key: Text] = [:]
  /// nil where the file says nothing of logos.
  public var logos: [LogoEntry]?
  public var colors: [ColorEntry] = []
  /// Colours for the sectors in their order, where `palette` is a list.
  public var palette: [Text] = []
  /// What is wrong with the file itself.
  public var problems: [Problem] = []

  public init() {}
}

extension Problem.Code {
  public static let invalidStyle = Self(rawValue: "invalidStyle")
  public static let unknownStyleSector = Self(rawValue: "unknownStyleSector")
  public static let paleColor = Self(rawValue: "paleColor")
  public static let unusableLogo = Self(rawValue: "unusableLogo")
}
