extension TandemConfiguration {
    /// The part of the default configuration that concerns decision servers.
    static let defaultDecisionsText = """
        # Servers that a dialplan asks what becomes of a call (application ask), by HTTP. What they are asked and answer stands in
        # Dialplans/README.md. Without an answer the dialplan does what stands below the question.
        decisions: []
        #  - name: fraud
        #    # Only http, so keep the way there private.
        #    url: http://127.0.0.1:8080/route
        #    # How long a call waits.
        #    timeout: 500ms
        #    # How many calls may wait at once; one more does without an answer.
        #    questions: 64
        #    largest-question: 32KiB
        #    largest-answer: 32KiB
        #    # How many connections are kept open while nobody asks, and for how long one may be used again.
        #    connections: 4
        #    connection-idle: 30s
        #    # After so many failures in a row it is left alone for a while; then one call tries it, and the others when that went well.
        #    breaker:
        #      failures: 5
        #      rest: 10s

        """
}
