/// The language of scripts and control sockets.
package enum LabLanguage {
    /// What every line can say, one form a line.
    package static let help = """
         N is the number of an endpoint, counted from 1, or its name.
         N offhook | onhook | flash            what one does with a telephone
         N dial DIGITS [gap 100ms]             presses keys; in a call they are sent as telephone events too
         N seize NUMBER | answer | release [CAUSE]
                                               the far side of a circuit
         N expect ring | noring | caller NUMBER
         N expect hears dial|stutter|busy|reorder|congestion|ringback|waiting|warning|confirm|nothing|NAME
         N expect tone HZ | silence | nomedia | digits DIGITS | packets COUNT
         N expect connected | idle | mode MODE | lamp on|off
         N expect seized NUMBER | circuitidle  what the call agent did with a circuit
                                               each followed by a time limit, as 5s or 500ms; by default 10s
         N status | reset                      its state; forget what its meters heard
         N delete [REASON]                     a DLCX of the gateway, by default with reason 900
         restart [restart|forced|graceful|disconnected|cancel-graceful] [PATTERN] [DELAY]
         fault none | silent | slow TIME | twice | lose NUMBERS | answer VERB CODE [COUNT]
         wait TIME | status | help | quit
        """
}
