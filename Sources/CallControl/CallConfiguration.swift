package import ProtocolKit

/// The settings of call control, with defaults that suit a small gateway.
package struct CallConfiguration: Sendable {
    /// What becomes of a target's wish to have the call elsewhere (RFC 3261 §8.1.3.4).
    package enum RedirectionPolicy: UInt8, Hashable, Sendable, CaseIterable {
        /// The new places are tried for the caller.
        case follow
        /// The caller is told and may try them.
        case relay
    }

    /// Which of several answering parties feeds the caller before the answer (RFC 3960 §3.1).
    package enum EarlyMediaSelection: UInt8, Hashable, Sendable, CaseIterable {
        /// The first that described its media.
        case first
        /// The one that described its media last.
        case last
        /// The first that described its media, until a network announces that of another (RFC 5009 §8).
        case announced
    }

    /// When silence ends a call.
    package enum SilencePolicy: UInt8, Hashable, Sendable, CaseIterable {
        /// It never does.
        case ignore
        /// Every watched stream of one leg is silent.
        case anyLeg
        /// Every watched stream of every leg is silent.
        case allLegs
    }

    /// The shard number inside every call identifier.
    package var shard: UInt16 = 0

    /// The number of the first call; a program that restarts begins where no earlier run has been.
    package var firstCall: UInt64 = 1

    /// The relay addresses, ports and treatment of media.
    package var media = MediaSettings()

    /// How the media of a trunk's legs is treated where it differs from the general profile, by trunk.
    package var trunkMedia: [ByteString: MediaProfile] = [:]

    /// The address of our `o=` lines; `nil` for the first relay address.
    package var sessionAddress: IPAddress?

    /// How many calls, and how fast.
    package var limits = CallLimitSettings()

    /// How the servers are asked that a dialplan names in `ask`.
    package var decisions: [ByteString: DecisionSettings] = [:]

    /// After which causes hunting goes on, and which of several failures the caller hears of.
    package var failover = FailoverPolicy()

    /// How long a target may ring when the dialplan does not say.
    package var ringTimeout: Duration = .seconds(60)

    /// The period of the ringing tone, in which a dialplan counts how often a target may ring (ITU-T E.180 §5).
    package var ringPeriod: Duration = .seconds(5)

    /// How long a target may take until it alerts or reports progress; `nil` for as long as it may ring (ITU-T Q.931
    /// §9.1 T303, T310).
    package var alertingTimeout: Duration?

    /// How long a user of ours may take to be located.
    package var locateTimeout: Duration = .seconds(5)

    /// How many legs may be placed for one call.
    package var maximumLegs = 32

    /// How many answering parties of one leg are told apart.
    package var maximumAnswerers = 16

    /// How often the answers of two parties who were joined late are offered to each other until both say the same.
    package var agreementRounds = 4

    /// How many redirections one call may follow.
    package var maximumRedirections = 5

    /// What becomes of redirections.
    package var redirection = RedirectionPolicy.follow

    /// Whose early media the caller gets.
    package var earlyMedia = EarlyMediaSelection.first

    /// The ringing tone of callers whose bridge wants one, and when it is played.
    package var ringback = RingbackPolicy()

    /// Whether bodies such as those of INFO pass from leg to leg.
    package var relaysInformation = true

    /// Whether a new name of a connected party passes from leg to leg.
    package var relaysIdentity = true

    /// When silence ends a call.
    package var silence = SilencePolicy.anyLeg

    /// How long the record waits for the last counters of the relay.
    package var counterTimeout: Duration = .seconds(2)

    /// How long a leg may take to end once it was told to; longer than any transaction (64·T1, RFC 3261 §17).
    package var releaseTimeout: Duration = .seconds(70)

    /// How long a refused caller is asked to stay away.
    package var retryAfter: Duration = .seconds(5)

    /// The longest that a target's wish to be left alone is respected.
    package var longestRest: Duration = .seconds(600)

    /// How many targets that want to be left alone are remembered.
    package var restingTargets = 256

    /// How many calls are released in one turn when all must end.
    package var releasesPerTurn = 64

    package init() {}
}
