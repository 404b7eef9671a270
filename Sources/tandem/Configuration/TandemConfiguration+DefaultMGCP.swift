extension TandemConfiguration {
    /// What the printed configuration says of MGCP.
    static let defaultMGCPText = """
        # Media gateways that Tandem controls as their call agent (RFC 3435). Nobody else is listened to; without any, nothing is.
        gateways: []
        #  - name: house
        #    # What stands after the at sign of its endpoints' names; left out, its first address in brackets.
        #    domain: house.example.net
        #    # Where it listens, the preferred one first; the port is 2427 unless another is named.
        #    addresses: [192.0.2.20]
        #    # Whether its commands may come from any port of these addresses.
        #    any-port: true
        #    # What its endpoints speak: mgcp, ncs (PacketCable lines) or tgcp (PacketCable trunks).
        #    profile: mgcp
        #    # Codecs of its connections by their encoding names, the preferred first; [] takes those of the other party.
        #    codecs: [PCMU, PCMA]
        #    # Whether it takes several codecs in one option; some gateways take one only.
        #    codec-lists: true
        #    # How much media a packet has; any leaves it to the gateway.
        #    packetization: 20ms
        #    # Whether keys that are pressed during a call travel as RTP events (RFC 4733).
        #    relay-events: true
        #    # The longest digit map that it takes, in characters; a longer one of a dialplan is refused at the start. Left out, any.
        #    digit-map-limit: 2048
        #    # Whether it understands wildcards, and anything beyond the handling of connections.
        #    wildcards: true
        #    minimal: false
        #    # Whether its endpoints wait for a new request after each notification (step) or go on by the one they have (loop),
        #    # which saves a command at every step of a call. Ask its vendor: one that ignores loop stays deaf.
        #    quarantine: step
        #    # The mode of the connections of its telephones while they ring: sendrecv, so that the first word is heard, or inactive,
        #    # which costs a command at the answer and keeps it from sending before. With direct media it is always inactive.
        #    ringing-mode: sendrecv
        #    # How often it is asked whether it lives while it is idle; never trusts it.
        #    probe-interval: 60s

        # Telephones behind gateways. The dialplan reaches them as `line/NAME`.
        lines: []
        #  - name: carol
        #    gateway: house
        #    # The part of the endpoint's name before the at sign.
        #    endpoint: aaln/1
        #    # The number and name that its calls show; left out, the number is the line's name.
        #    number: "4930201"
        #    display-name: Carol
        #    # Whether the number is kept from those who are called.
        #    restricted: false
        #    # The dialplan context that it dials into, which its digit map is made of.
        #    context: default
        #    # How its user is treated; left out, as the keys of line-classes say by default.
        #    class: office
        #    # Whether messages are waiting: dial tone stutters and a lamp is lit.
        #    messages: false

        # How the users of lines are treated.
        line-classes: []
        #  - name: office
        #    # What a hook flash does during a call: features (waiting call, hold, second call, three parties, transfer), pass (the
        #    # other party is sent it as a digit) or ignore.
        #    flash: features
        #    # Whether a second call is announced during one, two parties can be joined, and hanging up between two joins them.
        #    call-waiting: true
        #    three-way-calling: true
        #    transfer: true
        #    # Whether a line that rings shows who calls.
        #    shows-caller: true
        #    # A distinctive ring, 0 to 7; left out, the ordinary one.
        #    ring: 1
        #    # How long the first digit may take, a tone is played at the end of a call, and then the off-hook warning.
        #    first-digit-timeout: 16s
        #    tone-timeout: 30s
        #    warning-timeout: 60s
        #    # How long it rings until a call is forwarded because nobody answers, where its user has asked for that.
        #    no-answer-timeout: 20s
        #    # Whether a tone says that the other party has hung up.
        #    tells-release: true
        #    # What is played in place of a tone for a Q.850 cause.
        #    announcements: {1: "http://192.0.2.30/unknown-number.wav"}

        # Circuits of trunk gateways. The dialplan reaches a group as `trunk/NAME/NUMBER`, as it does a trunk.
        trunk-groups: []
        #  - name: exchange
        #    gateway: house
        #    # The parts of the endpoints' names before the at sign; ranges as [1-15,17-31] stand in quotes.
        #    endpoints: ["ds/e1-1/[1-15,17-31]"]
        #    # How circuits are seized and released: bearer (media only, a call is answered at once), mf, dtmf, operator (RFC 3064) or
        #    # line (as telephones do it).
        #    signaling: bearer
        #    # Which idle circuit is taken: ascending, descending, longest-idle, or the gateway's choice.
        #    selection: ascending
        #    # Whether callers hear themselves: a test of the way to the gateway.
        #    loopback: false
        #    # The dialplan context of its calls; left out, they are refused.
        #    context: from-exchange
        #    # How many calls it may have at once; left out, as many as it has circuits.
        #    calls: 30

        mgcp:
          # Where gateways reach Tandem, once there are any; IPv6 as [::1]:2727. The port is 2727 unless another is named.
          address: 127.0.0.1:2727
          # Differentiated services code point of what is sent, 0 to 63.
          dscp: 24
          # Where gateways are told to send what happens; left out, to where commands come from.
          # notified-entity: tandem@[192.0.2.10]:2727
          timers:
            # How long an answer is kept for repetitions of its command, and how long a command is repeated (RFC 3435 §3.5).
            history: 30s
            longest-transaction: 20s
            # The wait for an answer until a command is repeated; it doubles, and adapts to what is measured.
            first-retransmission: 400ms
            shortest-retransmission: 200ms
            longest-retransmission: 4s
            # After how long a provisional response is sent, and how long the final one may take after one.
            provisional-response: 200ms
            long-transaction: 5s
            # After how many repetitions a gateway is suspected, and counts as disconnected (RFC 3435 §4.4).
            repetitions-until-suspected: 5
            repetitions-until-disconnected: 7
            # When a disconnected gateway is tried again; the wait doubles up to the longest.
            first-probe: 15s
            longest-probe: 10m
            # How long a gateway that is overloaded is left alone; the wait doubles up to the longest.
            first-back-off: 1s
            longest-back-off: 32s
            # How long the end of a call waits for what the gateway has counted.
            release-answer: 3s
            # How long the next digit may take where what has been dialed is a number already.
            critical-digit: 4s
          limits:
            # Commands that wait for an answer, and answers that are kept.
            transactions: 50000
            history: 100000
            # Commands of one gateway at once; further ones are refused.
            commands-of-gateway: 2000
            # Endpoints that are audited in a second and at once after restarts.
            audits-per-second: 500
            audits: 64
            # Circuits of one trunk group.
            circuits-of-group: 10000
            # Digits of one number.
            digits: 64
            # How often one command is redirected (521).
            redirections: 3

        """
}
