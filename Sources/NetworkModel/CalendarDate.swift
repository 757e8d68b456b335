/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The day, or nil if the calendar has no such day (31 April, 29 February 2023). Years are 1 ... 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.dayCount(year: year, month: month)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// How many days a month has.
  public static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `2024-05-31`
  public var description: String { PartialDate(day: self).description }
}

/// A year, a month or a day, as planners write them: `2024`, `2024-05`, `2024-05-31`.
///
/// Four bytes, because every tie has two of them.
public struct PartialDate: Sendable, Hashable, CustomStringConvertible {
  private let storedYear: Int16
  /// 0 where there is none.
  private let storedMonth: UInt8
  private let storedDay: UInt8

  public var year: Int { Int(storedYear) }
  public var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
  public var day: Int? { storedDay == 0 ? nil : Int(storedDay) }

  /// The date, or nil if the calendar has no such year (1 ... 9999), month or day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard month != nil || day == nil, CalendarDate(year: year, month: month ?? 1, day: day ?? 1) != nil else {
      return nil
    }
    storedYear = Int16(year)
    storedMonth = UInt8(month ?? 0)
    storedDay = UInt8(day ?? 0)
  }

  public init(day: CalendarDate) {
    storedYear = Int16(day.year)
    storedMonth = UInt8(day.month)
    storedDay = UInt8(day.day)
  }

  /// The first day that it covers.
  public var firstDay: CalendarDate { CalendarDate(year: year, month: month ?? 1, day: day ?? 1)! }

  /// The last day that it covers.
  public var lastDay: CalendarDate {
    let month = month ?? 12
    return CalendarDate(year: year, month: month, day: day ?? CalendarDate.dayCount(year: year, month: month))!
  }

  /// `2024`, `2024-05` or `2024-05-31`
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return ([padded(year, 4)] + [month, day].compactMap { $0 }.map { padded($0, 2) }).joined(separator: "-")
  }
}

/// From one date to another, both ends included; an open end is always.
public struct Period: Sendable, Hashable {
  public let start: PartialDate?
  public let end: PartialDate?

  public static let always = Period(uncheckedStart: nil, end: nil)

  /// The period, or nil if it ends before it begins.
  public init?(start: PartialDate?, end: PartialDate?) {
    if let start, let end, end.lastDay < start.firstDay { return nil }
    self.init(uncheckedStart: start, end: end)
  }

  /// All the days of one date.
  public init(_ date: PartialDate) { self.init(uncheckedStart: date, end: date) }

  private init(uncheckedStart start: PartialDate?, end: PartialDate?) {
    self.start = start
    self.end = end
  }

  /// Whether the two have a day in common.
  public func overlaps(_ other: Period) -> Bool { begins(byEndOf: other) && other.begins(byEndOf: self) }

  /// Whether the last day comes before the first day of the other.
  func isOver(before other: Period) -> Bool { !other.begins(byEndOf: self) }

  private func begins(byEndOf other: Period) -> Bool {
    guard let start, let end = other.end else { return true }
    return start.firstDay <= end.lastDay
  }

  /// The shortest period that holds both.
  public func union(_ other: Period) -> Period {
    var earliest = start
    if let mine = start { earliest = other.start.map { $0.firstDay < mine.firstDay ? $0 : mine } }
    var latest = end
    if let mine = end { latest = other.end.map { $0.lastDay > mine.lastDay ? $0 : mine } }
    return Period(uncheckedStart: earliest, end: latest)
  }
}
