/// What holds for the whole network: the table of keys and values.
public struct NetworkSettings: Sendable, Hashable {
  public var title: String?
  public var region: String?
  /// Name of the sector template.
  public var template: String?
  /// Tags of the template's focus sectors that the network works on.
  public var focus: [String]
  public var language: Language?
  public var source: String?
  /// The day looked at where no phase is named.
  public var date: PartialDate?
  public var funding: String?
  public var logos: [String]
  /// Keys that regionet does not know.
  public var attributes: [Attribute]

  public init(
    title: String? = nil, region: String? = nil, template: String? = nil, focus: [String] = [],
    language: Language? = nil, source: String? = nil, date: PartialDate? = nil, funding: String? = nil,
    logos: [String] = [], attributes: [Attribute] = []
  ) {
    self.title = title
    self.region = region
    self.template = template
    self.focus = focus
    self.language = language
    self.source = source
    self.date = date
    self.funding = funding
    self.logos = logos
    self.attributes = attributes
  }
}
