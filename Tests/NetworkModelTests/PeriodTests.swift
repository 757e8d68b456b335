import NetworkModel
import Testing

@Suite struct PeriodTests {
  @Test(
    "knows the calendar",
    arguments: [
      (2024, 2, 29, true), (2023, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true), (2024, 4, 31, false),
      (2024, 13, 1, false), (0, 1, 1, false),
    ])
  func calendar(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CalendarDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test("a year runs from its first to its last day, a month too")
  func partialDates() throws {
    let year = try #require(PartialDate(year: 2024))
    #expect(year.firstDay.description == "2024-01-01" && year.lastDay.description == "2024-12-31")
    let month = try #require(PartialDate(year: 2024, month: 2))
    #expect(month.lastDay.description == "2024-02-29" && month.description == "2024-02")
  }

  @Test("both ends are included, and no date is always")
  func overlap() throws {
    let spring = try #require(Period(start: PartialDate(year: 2024, month: 3), end: PartialDate(year: 2024, month: 5)))
    let lastDay = Period(PartialDate(year: 2024, month: 5, day: 31)!)
    let dayAfter = Period(PartialDate(year: 2024, month: 6, day: 1)!)
    #expect(spring.overlaps(lastDay) && lastDay.overlaps(spring))
    #expect(!spring.overlaps(dayAfter) && !dayAfter.overlaps(spring))
    #expect(spring.overlaps(.always) && Period.always.overlaps(spring))
    #expect(Period(start: PartialDate(year: 2024), end: PartialDate(year: 2023)) == nil)
  }

  @Test("a phase keeps what overlaps it, and what belongs to a partner goes with it")
  func phase() throws {
    var draft = draft(partners: ["A", "B", "C"], ties: [("A", "B"), ("B", "C"), ("A", "C")])
    draft.partners[1].membership = Period(start: nil, end: PartialDate(year: 2021))!
    draft.ties[2].period = Period(start: PartialDate(year: 2023), end: nil)!
    draft.offers = [OfferRow(place: RowPlace(table: 0, line: 2), partner: "B", topics: ["Räume"])]
    draft.phases = [PhaseRow(place: RowPlace(table: 0, line: 2), name: "Aufbau")]
    let network = try Network.review(draft).get()
    let later = network.during(Period(PartialDate(year: 2022)!))
    #expect(later.partners.map(\.name) == ["A", "C"] && later.ties.isEmpty && later.offers.isEmpty)
    let latest = network.during(Period(PartialDate(year: 2023)!))
    #expect(latest.ties.map { [$0.source, $0.target] } == [[0, 1]])
  }

  @Test("the network's day keeps meetings before and after it, a phase only its own")
  func meetings() throws {
    var draft = draft(partners: ["A", "B"])
    draft.meetings = (2022...2024).map { year in
      var row = MeetingRow(place: RowPlace(table: 0, line: 2), id: "M\(year)")
      row.date = PartialDate(year: year, month: 5, day: 1)
      return row
    }
    draft.attendances = [AttendanceRow(place: RowPlace(table: 0, line: 2), partner: "A", meeting: "M2022")]
    draft.settings.date = PartialDate(year: 2023, month: 6, day: 30)
    let network = try Network.review(draft).get()
    #expect(network.onItsDay().meetings.map(\.id) == ["M2022", "M2023", "M2024"])
    #expect(network.onItsDay().attendances.map(\.meeting) == [0])
    #expect(network.during(Period(PartialDate(year: 2023)!)).meetings.map(\.id) == ["M2023"])
  }

  @Test("ties by shared projects are the ties of the period's projects")
  func projectsOfAPhase() throws {
    var draft = draft(participation: [("A", "X"), ("B", "X"), ("A", "Y"), ("B", "Y")])
    draft.projects = ["X", "Y"].map { ProjectRow(place: RowPlace(table: 2, line: 2), name: $0) }
    draft.projects[0].period = Period(PartialDate(year: 2020)!)
    draft.projects[1].period = Period(PartialDate(year: 2023)!)
    let network = try Network.review(draft).get()
    #expect(network.ties.map(\.strength) == [2])
    #expect(network.during(Period(PartialDate(year: 2023)!)).ties.map(\.strength) == [1])
  }
}
