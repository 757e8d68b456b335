import GraphCore
import NetworkModel
import Testing

@testable import NetworkAnalysis

/// The same network in another order of rows has the same answers.
@Suite struct RowOrderTests {
  static func shuffled(_ dataset: Dataset, seed: UInt64) -> Dataset {
    var random = SplitMix64(seed: seed)
    var copy = dataset
    copy.draft.partners.shuffle(using: &random)
    copy.draft.ties.shuffle(using: &random)
    copy.draft.candidates.shuffle(using: &random)
    return copy
  }

  @Test("lose, connect and invite do not depend on the order of rows", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) throws {
    let network = Musterland.network
    let other = Self.shuffled(Musterland.dataset, seed: seed).network(Musterland.template)
    for objective in LossObjective.allCases {
      let first = try network.worstLosses(count: 3, objective: objective).found
      let second = try other.worstLosses(count: 3, objective: objective).found
      #expect(first.value == second.value && first.sets.map(network.ids) == second.sets.map(other.ids))
    }
    for objective in TieObjective.allCases {
      let first = try network.newTies(count: 2, objective: objective).found
      let second = try other.newTies(count: 2, objective: objective).found
      #expect(first.value == second.value && first.equalSets == second.equalSets)
      #expect(NewTiesTests.ids(network, first.sets) == NewTiesTests.ids(other, second.sets))
    }
    for objective in InvitationObjective.allCases {
      let first = network.invitations(objective: objective).found.sets
      let second = other.invitations(objective: objective).found.sets
      #expect(InvitationsTests.ids(network, first) == InvitationsTests.ids(other, second))
    }
  }

  @Test("the same question has the same answer each time")
  func repetition() throws {
    let network = Dataset.random(seed: 5, largest: 10).network()
    #expect(network.matching() == network.matching() && network.gaps() == network.gaps())
    #expect(try network.seating(groups: 2, rounds: 2, seed: 3) == network.seating(groups: 2, rounds: 2, seed: 3))
  }
}
