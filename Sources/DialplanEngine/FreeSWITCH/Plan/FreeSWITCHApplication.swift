import ProtocolKit

/// The applications of FreeSWITCH that actions may name here.
enum FreeSWITCHApplication: String, Hashable, Sendable, CaseIterable {
    // What becomes of the call.
    case bridge
    case transfer
    case executeExtension = "execute_extension"
    case answer
    case preAnswer = "pre_answer"
    case ringReady = "ring_ready"
    case respond
    case redirect
    case deflect
    case hangup
    case park
    // What the caller hears.
    case sleep
    case playback
    case endlessPlayback = "endless_playback"
    case loopPlayback = "loop_playback"
    case gentones
    case echo
    case delayEcho = "delay_echo"
    case sendDTMF = "send_dtmf"
    case queueDTMF = "queue_dtmf"
    // Variables and tables.
    case set
    case push
    case unshift
    case export
    case bridgeExport = "bridge_export"
    case unset
    case multiset
    case multiunset
    case setProfileVariable = "set_profile_var"
    case hash
    case db
    // How the call is treated.
    case privacy
    case limit
    case limitHash = "limit_hash"
    case limitExecute = "limit_execute"
    case scheduleHangup = "sched_hangup"
    case log
    case info
    case eval
    // Nothing to do here, and nothing lost.
    case verboseEvents = "verbose_events"
    case setZombieExec = "set_zombie_exec"
    case presence
    case event
    case setMediaStats = "set_media_stats"
    case novideo
    case cngPLC = "cng_plc"
    case earlyHangup = "early_hangup"
    case setName = "set_name"
    case sessionLogLevel = "session_loglevel"
    case enableHeartbeat = "enable_heartbeat"
    case scheduleHeartbeat = "sched_heartbeat"
    case enableKeepalive = "enable_keepalive"
    case acknowledgeCall = "acknowledge_call"
    case flushDTMF = "flush_dtmf"
    case startDTMF = "start_dtmf"
    case stopDTMF = "stop_dtmf"
    case startDTMFGenerate = "start_dtmf_generate"
    case stopDTMFGenerate = "stop_dtmf_generate"
    case deduplicateDTMF = "deduplicate_dtmf"
    case jitterbuffer
    case mediaReset = "media_reset"
    case videoRefresh = "video_refresh"
    case stop
    case `break`
    // Left out: the call goes on without what they add.
    case bindMetaApp = "bind_meta_app"
    case unbindMetaApp = "unbind_meta_app"
    case bindDigitAction = "bind_digit_action"
    case clearDigitAction = "clear_digit_action"
    case digitActionSetRealm = "digit_action_set_realm"
    case blockDTMF = "block_dtmf"
    case unblockDTMF = "unblock_dtmf"
    case recordSession = "record_session"
    case stopRecordSession = "stop_record_session"
    case setAudioLevel = "set_audio_level"
    case setMute = "set_mute"
    case setUser = "set_user"
    case setGlobal = "set_global"
    case softHold = "soft_hold"
    case toneDetect = "tone_detect"
    case stopToneDetect = "stop_tone_detect"
    case faxDetect = "fax_detect"
    case sendDisplay = "send_display"
    case sendInfo = "send_info"
    case displaceSession = "displace_session"
    case stopDisplaceSession = "stop_displace_session"
    case scheduleTransfer = "sched_transfer"
    case scheduleBroadcast = "sched_broadcast"
    case scheduleCancel = "sched_cancel"

    /// What there is of an application.
    enum Support: Hashable, Sendable {
        /// It does what it does in FreeSWITCH, as far as the documentation says.
        case done
        /// It has nothing to do here.
        case needless
        /// The call goes on without it.
        case leftOut
    }

    init?(named name: ByteString) {
        self.init(rawValue: name.lowercased.description)
    }

    /// What there is of it.
    var support: Support {
        switch self {
        case .bridge, .transfer, .executeExtension, .answer, .preAnswer, .ringReady, .respond, .redirect, .deflect,
            .hangup, .park, .sleep, .playback, .endlessPlayback, .loopPlayback, .gentones, .echo, .delayEcho,
            .sendDTMF, .queueDTMF, .set, .push, .unshift, .export, .bridgeExport, .unset, .multiset, .multiunset,
            .setProfileVariable, .hash, .db, .privacy, .limit, .limitHash, .limitExecute, .scheduleHangup, .log,
            .info, .eval:
            .done
        case .verboseEvents, .setZombieExec, .presence, .event, .setMediaStats, .novideo, .cngPLC, .earlyHangup,
            .setName, .sessionLogLevel, .enableHeartbeat, .scheduleHeartbeat, .enableKeepalive, .acknowledgeCall,
            .flushDTMF, .startDTMF, .stopDTMF, .startDTMFGenerate, .stopDTMFGenerate, .deduplicateDTMF, .jitterbuffer,
            .mediaReset, .videoRefresh, .stop, .break:
            .needless
        case .bindMetaApp, .unbindMetaApp, .bindDigitAction, .clearDigitAction, .digitActionSetRealm, .blockDTMF,
            .unblockDTMF, .recordSession, .stopRecordSession, .setAudioLevel, .setMute, .setUser,
            .setGlobal, .softHold, .toneDetect, .stopToneDetect, .faxDetect, .sendDisplay, .sendInfo,
            .displaceSession, .stopDisplaceSession, .scheduleTransfer, .scheduleBroadcast, .scheduleCancel:
            .leftOut
        }
    }

    /// Whether it is done while a context is searched; FreeSWITCH refuses all others there.
    var canBeInline: Bool {
        Self.inlineApplications.contains(self)
    }

    private static let inlineApplications: Set<FreeSWITCHApplication> = [
        .set, .push, .unshift, .export, .bridgeExport, .unset, .multiset, .multiunset, .setProfileVariable, .log, .info,
        .eval, .verboseEvents, .setZombieExec, .presence, .event, .setMediaStats, .novideo, .cngPLC, .earlyHangup,
        .stop, .setUser, .setGlobal,
    ]
}
