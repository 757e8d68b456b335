import NetworkModel

/// Partners that missed the last meetings.
public struct MeetingAbsence: Sendable, Hashable {
  /// How many meetings in a row.
  public static let meetingCount = 3

  /// Positions in `Network.meetings`, the earliest first.
  public let meetings: [Int]
  /// Positions in `Network.partners` of those who were at none of them, though they were members already.
  public let absent: [Int]

  /// nil where attendance of fewer than three meetings is known.
  ///
  /// Meetings go by their dates, those without one by their order and before the others; meetings after the network's
  /// day and meetings whose attendance nobody noted do not count.
  init?(_ network: Network) {
    var attendants = [Set<Int>](repeating: [], count: network.meetings.count)
    for attendance in network.attendances { attendants[attendance.meeting].insert(attendance.partner) }
    let day = network.settings.date?.lastDay
    let held = network.meetings.indices.filter { meeting in
      guard !attendants[meeting].isEmpty else { return false }
      guard let day, let date = network.meetings[meeting].date else { return true }
      return date.firstDay <= day
    }
    let inOrder = held.sorted { first, second in
      switch (network.meetings[first].date?.firstDay, network.meetings[second].date?.firstDay) {
      case (let a?, let b?): (a, first) < (b, second)
      case (nil, .some): true
      case (.some, nil): false
      case (nil, nil): first < second
      }
    }
    guard inOrder.count >= Self.meetingCount else { return nil }
    let last = Array(inOrder.suffix(Self.meetingCount))
    meetings = last
    absent = network.partners.indices.filter { partner in
      if last.contains(where: { attendants[$0].contains(partner) }) { return false }
      guard let joined = network.partners[partner].membership.start, let date = network.meetings[last[0]].date else {
        return true
      }
      return joined.firstDay <= date.lastDay
    }
  }
}
