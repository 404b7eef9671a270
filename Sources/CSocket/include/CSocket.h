// The socket calls of the signaling loop in the form that Swift can call without allocating: addresses as two 64-bit
// words and a port, failures as a negative errno. No descriptor made here blocks or survives an exec.
#ifndef C_SOCKET_H
#define C_SOCKET_H

#include <stddef.h>
#include <stdint.h>

// An IPv4 or IPv6 address and a port in host order; IPv4 stands in its IPv4-mapped form (RFC 4291 section 2.5.5.2).
typedef struct {
    uint64_t high;
    uint64_t low;
    uint16_t port;
} csocket_address;

// Datagrams.

#define CSOCKET_BATCH 32

typedef struct csocket_batch csocket_batch;

csocket_batch *csocket_batch_create(void);
void csocket_batch_destroy(csocket_batch *batch);

// Binds a UDP socket that reports ICMP errors; `buffer` is the size of the kernel's receive and send buffers.
int csocket_datagram_open(csocket_address local, int dscp, int buffer);

// Takes up to CSOCKET_BATCH datagrams that are queued at the socket; returns their number.
int csocket_batch_receive(csocket_batch *batch, int descriptor);
const uint8_t *csocket_batch_bytes(const csocket_batch *batch, int index);
size_t csocket_batch_length(const csocket_batch *batch, int index);
csocket_address csocket_batch_source(const csocket_batch *batch, int index);

// Puts a datagram into the batch that is to be sent; returns 0 when the batch is full or `length` exceeds a datagram.
int csocket_batch_add(csocket_batch *batch, const uint8_t *bytes, size_t length, csocket_address destination);
int csocket_batch_count(const csocket_batch *batch);

// Sends what was put in, beginning with the one at `first`; returns how many left, or the error of that one.
int csocket_batch_send(csocket_batch *batch, int descriptor, int first);
csocket_address csocket_batch_destination(const csocket_batch *batch, int index);
void csocket_batch_clear(csocket_batch *batch);

// Takes one ICMP error from the socket's queue: 1 and where the datagram was to go; 0 for one of no interest;
// or a negative errno when there is none.
int csocket_datagram_error(int descriptor, csocket_address *destination);

// Streams.

int csocket_listen(csocket_address local, int dscp, int backlog);
int csocket_accept(int descriptor, csocket_address *remote);

// Begins a connection from the address of `local` with a port of the system's choice; 0 or the descriptor's error follows
// when it becomes writable.
int csocket_connect(csocket_address local, csocket_address remote, int dscp);
int csocket_pending_error(int descriptor);
int csocket_local_address(int descriptor, csocket_address *local);
long csocket_read(int descriptor, uint8_t *buffer, size_t capacity);
long csocket_write(int descriptor, const uint8_t *bytes, size_t length);
void csocket_close(int descriptor);

// Readiness.

#define CSOCKET_READY 64
#define CSOCKET_READABLE 1u
#define CSOCKET_WRITABLE 2u
#define CSOCKET_FAILED 4u

typedef struct {
    int32_t descriptor;
    uint32_t events;
} csocket_readiness;

int csocket_poll_create(void);
int csocket_poll_add(int poll, int descriptor);
// Asks to be told, or no more to be told, when a socket can be written to.
int csocket_poll_watch_writable(int poll, int descriptor, int watches);
// Fills up to CSOCKET_READY entries; waits for ever when `milliseconds` is negative.
int csocket_poll_wait(int poll, csocket_readiness *ready, int milliseconds);

// A descriptor that one thread makes readable to wake another, and the taking back of it.
int csocket_wakeup_create(void);
void csocket_wakeup_raise(int descriptor);
void csocket_wakeup_clear(int descriptor);

// The monotonic clock, and the wall clock since 1970, in nanoseconds.
int64_t csocket_monotonic_now(void);
int64_t csocket_civil_now(void);

#endif
