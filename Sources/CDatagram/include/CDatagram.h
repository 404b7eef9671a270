// The system calls of the packet path and the socket options around them, in the form that Swift can call without
// allocating: addresses as two 64-bit words and a port, failures as a negative errno.
#ifndef C_DATAGRAM_H
#define C_DATAGRAM_H

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

// An IPv4 or IPv6 socket address in the form the kernel takes.
typedef struct {
    struct sockaddr_in6 storage;
    socklen_t length;
} cdatagram_address;

// Fills `address`; an IPv4 address comes in its IPv4-mapped form (RFC 4291 section 2.5.5.2).
static inline void cdatagram_address_set(cdatagram_address *address, uint64_t high, uint64_t low, uint16_t port) {
    memset(address, 0, sizeof *address);
    if (high == 0 && low >> 32 == 0xFFFF) {
        struct sockaddr_in *v4 = (struct sockaddr_in *)&address->storage;
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        v4->sin_addr.s_addr = htonl((uint32_t)low);
        address->length = sizeof *v4;
        return;
    }
    address->storage.sin6_family = AF_INET6;
    address->storage.sin6_port = htons(port);
    uint64_t words[2] = {__builtin_bswap64(high), __builtin_bswap64(low)};
    memcpy(&address->storage.sin6_addr, words, sizeof words);
    address->length = sizeof address->storage;
}

// The port, which stands at the same place in both families.
static inline uint16_t cdatagram_address_port(const cdatagram_address *address) {
    return ntohs(address->storage.sin6_port);
}

// The first 64 bits in host order.
static inline uint64_t cdatagram_address_high(const cdatagram_address *address) {
    if (address->storage.sin6_family == AF_INET) {
        return 0;
    }
    uint64_t word;
    memcpy(&word, &address->storage.sin6_addr, sizeof word);
    return __builtin_bswap64(word);
}

// The last 64 bits in host order; an IPv4 address reads in its IPv4-mapped form.
static inline uint64_t cdatagram_address_low(const cdatagram_address *address) {
    if (address->storage.sin6_family == AF_INET) {
        const struct sockaddr_in *v4 = (const struct sockaddr_in *)&address->storage;
        return 0xFFFF00000000ULL | ntohl(v4->sin_addr.s_addr);
    }
    uint64_t word;
    memcpy(&word, (const char *)&address->storage.sin6_addr + 8, sizeof word);
    return __builtin_bswap64(word);
}

// Binds a non-blocking UDP socket to `local` and returns its descriptor or a negative errno.
int cdatagram_open(const cdatagram_address *local);

// Sets the differentiated services code point of what is sent (RFC 2474); returns 0 or a negative errno.
int cdatagram_set_dscp(int descriptor, int is_v6, int dscp);

// Takes one datagram without waiting; returns its whole length, which may exceed `capacity`, or a negative errno.
long cdatagram_receive(int descriptor, void *buffer, size_t capacity, cdatagram_address *source);

// Sends one datagram without waiting; returns its length or a negative errno.
long cdatagram_send(int descriptor, const void *buffer, size_t length, const cdatagram_address *destination);

// A poll set, a wake-up descriptor, and the two joined to sockets by a number of ours.
int cdatagram_poll_create(void);
int cdatagram_wakeup_create(void);
int cdatagram_poll_add(int poll, int descriptor, uint32_t number);
int cdatagram_poll_remove(int poll, int descriptor);

// Waits for readable descriptors and stores their numbers; returns how many, or a negative errno.
#define CDATAGRAM_READY 512
int cdatagram_poll_wait(int poll, uint32_t *ready, int milliseconds);

// Makes the wake-up descriptor readable, and takes that back.
void cdatagram_wakeup_raise(int descriptor);
void cdatagram_wakeup_clear(int descriptor);

// A descriptor that becomes readable `milliseconds` after it was set; 0 takes that back.
int cdatagram_timer_create(void);
void cdatagram_timer_set(int descriptor, int milliseconds);

// The monotonic clock in nanoseconds.
int64_t cdatagram_now(void);

void cdatagram_close(int descriptor);

#endif
