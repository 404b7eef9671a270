extension TandemConfiguration {
    /// A configuration with every key, its default, and what it does.
    package static let defaultText = """
        # The configuration of Tandem. Every key stands here with its default; a key that is left out means the same.
        # Unknown keys are refused. `tandem check` says what is wrong, with the line.
        #
        # Times are a number and a unit: 20ms, 30s, 5m, 2h, 1d. Sizes may have a unit: 64MiB. Paths begin at the folder of this file.
        #
        # Every single value can be overridden by an environment variable that spells its path in capitals, with names in place
        # of the numbers in lists: TANDEM_LOG_LEVEL=debug, TANDEM_LISTENERS_LOCAL_UDP_ADDRESS=0.0.0.0:5060,
        # TANDEM_USERS_ALICE_PASSWORD=... Lists of values are separated by commas.

        # Where SIP is spoken. The default is loopback only: nobody else reaches the gateway until an address is named here.
        listeners:
          - name: local-udp
            # udp or tcp.
            transport: udp
            # Address and port; IPv6 as [::1]:5060. 0.0.0.0 or [::] listens everywhere and needs advertised-host.
            address: 127.0.0.1:5060
            # What peers are told to answer to, when it is not the address: behind a translator, or a name.
            # advertised-host: gateway.example.net
            # advertised-port: 5060
            # Differentiated services code point of what is sent, 0 to 63; 24 is CS3, the usual one for signaling.
            dscp: 24
            # The dialplan context of callers who are neither users nor a trunk. Left out, they are challenged for a password.
            # anonymous-context: public
          - name: local-tcp
            transport: tcp
            address: 127.0.0.1:5060

        # Who may register and call. There is no default password.
        users: []
        #  - name: alice
        #    password: a-long-random-one
        #    # The name that callees see; left out, what the phone says.
        #    display-name: Alice
        #    # The dialplan context that the user's calls start in.
        #    context: default
        #    # How many phones may be registered at once; left out, sip.registrar.contacts-per-user.
        #    contacts: 8
        #    # How many calls may be up at once; left out, any number.
        #    calls: 4

        # Peers that carry calls by agreement. The dialplan reaches them as `trunk/NAME/NUMBER`.
        trunks: []
        #  - name: carrier
        #    # Where calls go to; the dialed number becomes its user part.
        #    uri: sip:carrier.example.net
        #    # A proxy that requests pass first.
        #    proxy: sip:proxy.carrier.example.net
        #    # The listener that requests leave from; left out, the first that fits.
        #    listener: local-udp
        #    # Where the trunk's requests come from: addresses, blocks, names. From elsewhere nothing counts as the trunk's.
        #    sources: [192.0.2.10, 198.51.100.0/24, carrier.example.net]
        #    # The host that our From names on this trunk.
        #    caller-host: example.net
        #    # The dialplan context of the trunk's calls; left out, they are refused.
        #    context: from-carrier
        #    # Whether the trunk's requests must also be authenticated as one of our users.
        #    challenges: false
        #    # How many calls may be up at once, and begin in a second, both ways together; left out, any number.
        #    calls: 30
        #    calls-per-second: 5
        #    # How we answer its challenges.
        #    credentials:
        #      username: "4930123"
        #      password: the-one-they-gave-us
        #      # Answer only challenges of this realm.
        #      realm: carrier.example.net
        #    # Register there.
        #    registration:
        #      registrar: sip:carrier.example.net
        #      address-of-record: sip:4930123@carrier.example.net
        #      # The user part of our Contact, by which calls arrive.
        #      contact-user: "4930123"
        #      expiry: 1h
        #      # After a failure the first wait, which doubles up to the longest.
        #      first-retry: 5s
        #      longest-retry: 10m
        #    # Ask with OPTIONS whether it answers.
        #    probe:
        #      interval: 30s
        #      interval-while-down: 10s
        #      failures-until-down: 2
        #      answers-until-up: 1
        #    # The same keys as sip.policy, for this trunk alone.
        #    policy:
        #      trusted: true
        #    # How its media is treated where it differs from what stands under media, with the same meaning.
        #    media:
        #      source: latch
        #      latch-packets: 5
        #      family: ipv4
        #      audio-dscp: 46
        #      video-dscp: 34
        #      silence: 60s
        #    # Where it departs from the usual tables between SIP statuses and Q.850 causes.
        #    causes-of-statuses: {480: 19}
        #    statuses-of-causes: {19: 480}

        sip:
          # What User-Agent and Server say; "" says nothing.
          user-agent: Tandem
          # The realm of our users' passwords.
          realm: tandem
          # Host names that are ours: requests for them are for our users.
          domains: []
          # What holds for the legs of users and unknown callers; a trunk has its own.
          policy:
            # Whether identities and causes that the peer states are believed (RFC 3325), and restricted ones shown to it.
            trusted: false
            # How the caller is asserted to the peer: none, asserted (P-Asserted-Identity) or remote-party (Remote-Party-ID).
            asserted-identity: none
            # Headers that may cross from and to the peer, as X-Account.
            headers: []
            # Whether the bodies of INFO requests cross.
            information: true
            # Reliable provisional responses (RFC 3262): off, supported or required.
            reliable-provisionals: supported
            # Session timers (RFC 4028): passive serves the peer's wish, active asks for them, off has none.
            session-timers: passive
            session-interval: 30m
            shortest-session-interval: 90s
            # Whether a SIP status passes to a SIP caller unchanged instead of by way of its Q.850 cause.
            pass-status: true
          registrar:
            # What expiry is granted.
            shortest-expiry: 60s
            longest-expiry: 1h
            default-expiry: 1h
            # How many phones one user, and all users, may register.
            contacts-per-user: 8
            contacts: 100000
            # Whether a phone behind a proxy must understand Path (RFC 3327).
            requires-path-support: false
          authentication:
            # Most preferred first: sha-256, md5 (RFC 8760). Some phones do not register at all when sha-256 is offered, even
            # beside md5: offer [sha-256, md5] when all phones know both.
            algorithms: [md5]
            nonce-lifetime: 5m
            # Wrong answers of one address until it has to wait, and how long until one is forgiven.
            failures-per-source: 20
            failure-forgiveness: 6s
          locating:
            # Whether NAPTR is asked for (RFC 3263).
            naptr: true
            prefers-ipv6: true
            # How long all questions of one look-up may take.
            timeout: 10s
            # How long a host of a name may stay silent until the next one is tried; never waits as long as for the last.
            host-timeout: 5s
            # Name servers as address:port, instead of the system's.
            servers: []
          timers:
            # RFC 3261, table 4.
            t1: 500ms
            t2: 4s
            t4: 5s

        \(TandemConfiguration.defaultMGCPText)
        # Media always passes through the gateway's own relay, unless a dialplan says otherwise.
        media:
          # Addresses of this host where media is received, one for each family, the preferred first.
          addresses: [127.0.0.1]
          # Ports are lent in pairs, an even one for RTP and the next for RTCP.
          ports: 30000-39999
          # How long a port rests before another call may have it.
          quarantine: 5s
          threads: 1
          # Differentiated services code points: 46 is EF for audio and fax, 34 AF41 for the rest.
          audio-dscp: 46
          video-dscp: 34
          # any, ipv4 or ipv6: the family of the addresses that legs are given.
          family: any
          # Which packets are accepted: strict (address and port of the session description), address (its address, any port), or
          # latch (the first packets after new signaling set both).
          source: address
          latch-packets: 5
          # After how long without a packet a stream is silent; never watches nothing.
          silence: never
          # Which silence ends a call: never, any-leg or all-legs.
          silence-ends-call: any-leg
          # How many media lines one description may have; more are refused.
          streams: 8

        calls:
          # How long a target may ring when the dialplan does not say.
          ring-timeout: 60s
          # The period of the ringing tone, in which a dialplan counts how often a target may ring.
          ring-period: 5s
          # How long a target may take until it alerts or reports progress; never leaves it to ring-timeout.
          alerting-timeout: never
          # How long one of our users may take to be located.
          locate-timeout: 5s
          # How long a leg may take to end once it was told to; longer than any transaction, which is 64 times sip.timers.t1.
          release-timeout: 70s
          # How long the record of a call waits for what the relay has counted.
          counter-timeout: 2s
          # The ringing tone for callers of bridges with ringback="generate".
          ringback:
            # In hertz; 425 is most of Europe's. North America's is 440 and 480, 2s of sound and 4s of pause.
            frequency: 425
            # One that sounds with it; 0 for none.
            second-frequency: 0
            sound: 1s
            pause: 4s
            # How long the media of a target that has described it and alerts may take to come before the tone is played.
            media-timeout: 600ms
          # A target that sends the caller elsewhere (3xx): follow it, or relay it to the caller.
          redirections: follow
          redirections-followed: 5
          # Whose early media the caller hears when several answer early: first, last, or announced, which is the first until a
          # network announces another's (P-Early-Media).
          early-media: first
          # How many legs one call may place.
          legs: 32
          # How many parties that answer one leg, behind a proxy that forks, are told apart.
          answering-parties: 16
          # How often the answers of two parties who were joined late, as after forking, are offered to each other until both agree.
          agreement-rounds: 4
          # What a caller who is refused for a limit is asked to wait.
          retry-after: 5s
          # How long at most a target's wish to be left alone (503 with Retry-After) is respected, and of how many targets.
          longest-rest: 10m
          resting-targets: 256
          # How many calls are released in one turn when all must end.
          releases-per-turn: 64

        # An extension of the dialplan with emergency="true" passes the limits on calls, and those of users and trunks.
        limits:
          # Calls at once; one more gets 503. Running calls are never harmed.
          calls: 10000
          # New calls in a second of all sources, and of one source address; left out, any number.
          # calls-per-second: 500
          # calls-per-second-of-source: 50
          # How many source addresses are told apart, further ones sharing one rate, and how often idle ones are forgotten at most.
          sources: 4096
          source-sweep: 1s
          # Calls at once of one user; left out, any number.
          # calls-of-user: 10
          # How many resources that a dialplan names (limit) may be held at once.
          resources: 4096
          # Legs at once; a call has one of its caller and one for each target that it tries.
          legs: 40000
          # Transactions at once, in each direction; most stay for 32 s, so this bounds calls per second too.
          transactions: 200000
          # Octets of the body of one request.
          body-octets: 65536
          # INFO packages that one peer may announce; more are not looked at (RFC 6086).
          information-packages: 16
          # How often an offer that crosses one of the peer (491) is made again before it counts as refused.
          glare-retries: 5
          # TCP connections at once, of all peers and of one address.
          flows: 4096
          flows-per-source: 256
          # Octets that may wait for a peer that reads slowly, until its connection is closed.
          flow-buffer: 1MiB
          # A connection without an octet for so long is closed.
          flow-idle: 1h

        # What `tandem reload` and SIGHUP change while calls run; everything else above and below waits for the next start.
        dialplan:
          # XML files; a context may stand in one of them only.
          files: [Dialplans/default.xml]
          # The zone whose clocks conditions look at when the dialplan names none: local is that of this machine.
          zone: local
          # What dialplans in FreeSWITCH's language find around them: variables of the preprocessor, as $${domain}, and the
          # domains that exist. They may include the XML files below their own folder.
          #freeswitch:
          #  variables: {domain: example.net}
          #  domains: [example.net]
          # The size of one file.
          file-size: 16MiB
          # How many targets one bridge may have.
          targets: 64
          # How much one call may ask of a dialplan: octets of a value, conditions that are read, actions that are taken.
          value-octets: 1024
          conditions: 50000
          actions: 64
          # How many dialplans that were live are kept, the live one among them, for `tandem dialplan rollback`.
          versions: 5

        \(TandemConfiguration.defaultDecisionsText)
        # Call detail records: one JSON object a line for each call.
        records:
          # none writes nothing.
          path: var/calls.jsonl
          # Whether each write is forced to the disk before it counts.
          sync: false
          # Records are gathered for so long and written together; what a crash catches in between is lost.
          delay: 250ms
          # How many records wait while the disk refuses them; more are dropped and counted.
          waiting: 10000

        # The messages of the latest calls, for `tandem trace`.
        trace:
          # Memory that is taken at the start; 0 keeps nothing.
          size: 64MiB

        log:
          # debug, info, notice, warning or error.
          level: info

        signaling:
          # Deadlines are served at multiples of this time unless something arrives earlier.
          tick: 20ms
          # The kernel's buffers of each UDP socket.
          datagram-buffer: 4MiB
          # A larger request goes by TCP (RFC 3261 §18.1.1); 0 sends all by UDP.
          largest-datagram: 1300
          # How long the opening of a TCP connection may take.
          connect-timeout: 8s

        # The Unix socket that `tandem trace`, `calls`, `registrations`, `reload`, `status` and `stop` use.
        control:
          socket: var/tandem.sock

        stop:
          # How long running calls may go on after the gateway was told to stop; then they are released.
          wait: 30s

        """
}
