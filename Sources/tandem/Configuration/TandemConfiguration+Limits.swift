import CallControl
import CallModel
import ProtocolKit
import SIPAgent
import SIPTransactions
import SignalingShell

extension TandemConfiguration {
    mutating func readCalls(_ section: Section) {
        section.read("ring-timeout", in: .seconds(1)...(.seconds(3600)), into: &self.calls.ringTimeout)
        section.read(
            "redirections",
            of: ["follow": CallConfiguration.RedirectionPolicy.follow, "relay": .relay],
            into: &self.calls.redirection
        )
        section.read("redirections-followed", in: 0...100, into: &self.calls.maximumRedirections)
        section.read(
            "early-media",
            of: ["first": CallConfiguration.EarlyMediaSelection.first, "last": .last, "announced": .announced],
            into: &self.calls.earlyMedia
        )
        section.read("legs", in: 2...1000, into: &self.calls.maximumLegs)
        Self.read(&self.calls.ringback, section.section("ringback"))
        section.readCallTimes(into: &self.calls)
        section.read("agreement-rounds", in: 0...16, into: &self.calls.agreementRounds)
        section.read("answering-parties", in: 1...64, into: &self.calls.maximumAnswerers)
        section.read("resting-targets", in: 0...100_000, into: &self.calls.restingTargets)
        section.read("releases-per-turn", in: 1...10_000, into: &self.calls.releasesPerTurn)
        section.read("retry-after", in: .seconds(1)...(.seconds(3600)), into: &self.calls.retryAfter)
        section.end()
    }

    private static func read(_ ringback: inout RingbackPolicy, _ section: Section) {
        section.read("frequency", in: 20...4000, into: &ringback.tone.hertz)
        section.read("second-frequency", in: 0...4000, into: &ringback.tone.secondHertz)
        section.read("sound", in: .milliseconds(20)...(.seconds(60)), into: &ringback.tone.sound)
        section.read("pause", in: .zero...(.seconds(60)), into: &ringback.tone.pause)
        section.read("media-timeout", in: .zero...(.seconds(60)), into: &ringback.mediaTimeout)
        section.end()
    }

    mutating func readLimits(_ section: Section) {
        section.read("calls", in: 1...1_000_000, into: &self.calls.limits.calls)
        if let rate: UInt32 = section.number("calls-per-second", in: 1...1_000_000) {
            self.calls.limits.rate = CallLimitSettings.Rate(perSecond: rate)
        }
        if let rate: UInt32 = section.number("calls-per-second-of-source", in: 1...1_000_000) {
            self.calls.limits.sourceRate = CallLimitSettings.Rate(perSecond: rate)
        }
        section.read("sources", in: 1...1_000_000, into: &self.calls.limits.sources)
        section.read("source-sweep", in: .milliseconds(10)...(.seconds(3600)), into: &self.calls.limits.sourceSweep)
        section.read("resources", in: 0...1_000_000, into: &self.calls.limits.resources)
        section.read("calls-of-user", in: 1...100_000, into: &self.calls.limits.callsOfUser)
        section.read("legs", in: 2...4_000_000, into: &self.sip.limits.legs)
        section.read("transactions", in: 100...10_000_000, into: &self.transactions.serverTransactions)
        self.transactions.clientTransactions = self.transactions.serverTransactions
        section.read("body-octets", in: 1024...65_536, into: &self.sip.limits.bodyBytes)
        section.read("information-packages", in: 0...1000, into: &self.sip.limits.informationPackages)
        section.read("glare-retries", in: 0...100, into: &self.sip.limits.glareRetries)
        section.read("flows", in: 1...1_000_000, into: &self.shell.flows)
        section.read("flows-per-source", in: 1...1_000_000, into: &self.shell.flowsPerSource)
        section.readSize("flow-buffer", in: 65_536...(1 << 30), into: &self.shell.flowBuffer)
        section.read("flow-idle", in: .seconds(10)...(.seconds(604_800)), into: &self.shell.flowIdle)
        section.end()
        self.transactions.flows = self.shell.flows
    }

    mutating func readSignaling(_ section: Section) {
        section.read("tick", in: .milliseconds(1)...(.seconds(1)), into: &self.shell.tick)
        section.readSize("datagram-buffer", in: 65_536...(1 << 30), into: &self.shell.datagramBuffer)
        let largest: ClosedRange<Int> = 0...65_535
        section.read("largest-datagram", in: largest, into: &self.transactions.datagramOctets)
        section.read("connect-timeout", in: .milliseconds(100)...(.seconds(120)), into: &self.shell.connectTimeout)
        section.end()
    }
}

extension Section {
    /// How long call control waits for what.
    fileprivate func readCallTimes(into calls: inout CallConfiguration) {
        let ringing = Duration.seconds(1)...(.seconds(3600))
        self.read("alerting-timeout", in: ringing, into: &calls.alertingTimeout)
        self.read("ring-period", in: .seconds(1)...(.seconds(60)), into: &calls.ringPeriod)
        self.read("locate-timeout", in: .milliseconds(100)...(.seconds(120)), into: &calls.locateTimeout)
        self.read("release-timeout", in: ringing, into: &calls.releaseTimeout)
        self.read("counter-timeout", in: .zero...(.seconds(600)), into: &calls.counterTimeout)
        self.read("longest-rest", in: .zero...(.seconds(86400)), into: &calls.longestRest)
    }
}
