#define _GNU_SOURCE
#include "CSocket.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <linux/errqueue.h>

#define DATAGRAM_CAPACITY 65536
#define SEND_CAPACITY (256 * 1024)

// Outgoing datagrams lie one behind the other; incoming ones have a place of full size each, whose untouched pages cost
// no memory.
struct csocket_batch {
    struct mmsghdr received[CSOCKET_BATCH];
    struct iovec places[CSOCKET_BATCH];
    struct sockaddr_in6 sources[CSOCKET_BATCH];
    struct mmsghdr outgoing[CSOCKET_BATCH];
    struct iovec parts[CSOCKET_BATCH];
    struct sockaddr_in6 destinations[CSOCKET_BATCH];
    csocket_address targets[CSOCKET_BATCH];
    int count;
    size_t used;
    uint8_t *incoming;
    uint8_t *sending;
};

static socklen_t to_native(csocket_address address, struct sockaddr_in6 *native) {
    memset(native, 0, sizeof *native);
    if (address.high == 0 && address.low >> 32 == 0xFFFF) {
        struct sockaddr_in *v4 = (struct sockaddr_in *)native;
        v4->sin_family = AF_INET;
        v4->sin_port = htons(address.port);
        v4->sin_addr.s_addr = htonl((uint32_t)address.low);
        return sizeof *v4;
    }
    native->sin6_family = AF_INET6;
    native->sin6_port = htons(address.port);
    uint64_t words[2] = {__builtin_bswap64(address.high), __builtin_bswap64(address.low)};
    memcpy(&native->sin6_addr, words, sizeof words);
    return sizeof *native;
}

static csocket_address from_native(const struct sockaddr_in6 *native) {
    csocket_address address = {0, 0, ntohs(native->sin6_port)};
    if (native->sin6_family == AF_INET) {
        const struct sockaddr_in *v4 = (const struct sockaddr_in *)native;
        address.low = 0xFFFF00000000ULL | ntohl(v4->sin_addr.s_addr);
        return address;
    }
    uint64_t words[2];
    memcpy(words, &native->sin6_addr, sizeof words);
    address.high = __builtin_bswap64(words[0]);
    address.low = __builtin_bswap64(words[1]);
    return address;
}

static int fail(int descriptor) {
    int failure = -errno;
    close(descriptor);
    return failure;
}

// Opens a socket of the address's family; an IPv6 one leaves IPv4 alone.
static int open_socket(const struct sockaddr_in6 *native, int type, int dscp) {
    int descriptor = socket(native->sin6_family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
        return -errno;
    }
    int on = 1, octet = dscp << 2;
    int is_v6 = native->sin6_family == AF_INET6;
    if ((is_v6 && setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) < 0)
        || (is_v6 ? setsockopt(descriptor, IPPROTO_IPV6, IPV6_TCLASS, &octet, sizeof octet)
                  : setsockopt(descriptor, IPPROTO_IP, IP_TOS, &octet, sizeof octet)) < 0) {
        return fail(descriptor);
    }
    return descriptor;
}

csocket_batch *csocket_batch_create(void) {
    csocket_batch *batch = calloc(1, sizeof *batch);
    if (!batch) {
        return NULL;
    }
    batch->incoming = malloc((size_t)CSOCKET_BATCH * DATAGRAM_CAPACITY);
    batch->sending = malloc(SEND_CAPACITY);
    if (!batch->incoming || !batch->sending) {
        csocket_batch_destroy(batch);
        return NULL;
    }
    for (int index = 0; index < CSOCKET_BATCH; index++) {
        batch->places[index].iov_base = batch->incoming + (size_t)index * DATAGRAM_CAPACITY;
        batch->places[index].iov_len = DATAGRAM_CAPACITY;
        batch->received[index].msg_hdr.msg_iov = &batch->places[index];
        batch->received[index].msg_hdr.msg_iovlen = 1;
        batch->received[index].msg_hdr.msg_name = &batch->sources[index];
        batch->outgoing[index].msg_hdr.msg_iov = &batch->parts[index];
        batch->outgoing[index].msg_hdr.msg_iovlen = 1;
        batch->outgoing[index].msg_hdr.msg_name = &batch->destinations[index];
    }
    return batch;
}

void csocket_batch_destroy(csocket_batch *batch) {
    if (batch) {
        free(batch->incoming);
        free(batch->sending);
        free(batch);
    }
}

int csocket_datagram_open(csocket_address local, int dscp, int buffer) {
    struct sockaddr_in6 native;
    socklen_t length = to_native(local, &native);
    int descriptor = open_socket(&native, SOCK_DGRAM, dscp);
    if (descriptor < 0) {
        return descriptor;
    }
    int on = 1;
    // The kernel may grant less than it is asked for; that is no failure.
    setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
    setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
    if ((native.sin6_family == AF_INET6 ? setsockopt(descriptor, IPPROTO_IPV6, IPV6_RECVERR, &on, sizeof on)
                                        : setsockopt(descriptor, IPPROTO_IP, IP_RECVERR, &on, sizeof on)) < 0
        || bind(descriptor, (const struct sockaddr *)&native, length) < 0) {
        return fail(descriptor);
    }
    return descriptor;
}

int csocket_batch_receive(csocket_batch *batch, int descriptor) {
    for (int index = 0; index < CSOCKET_BATCH; index++) {
        batch->received[index].msg_hdr.msg_namelen = sizeof batch->sources[index];
    }
    int count = recvmmsg(descriptor, batch->received, CSOCKET_BATCH, MSG_DONTWAIT, NULL);
    return count < 0 ? -errno : count;
}

const uint8_t *csocket_batch_bytes(const csocket_batch *batch, int index) {
    return batch->incoming + (size_t)index * DATAGRAM_CAPACITY;
}

size_t csocket_batch_length(const csocket_batch *batch, int index) {
    return batch->received[index].msg_len;
}

csocket_address csocket_batch_source(const csocket_batch *batch, int index) {
    return from_native(&batch->sources[index]);
}

int csocket_batch_add(csocket_batch *batch, const uint8_t *bytes, size_t length, csocket_address destination) {
    if (batch->count == CSOCKET_BATCH || length > SEND_CAPACITY - batch->used) {
        return 0;
    }
    int index = batch->count++;
    uint8_t *place = batch->sending + batch->used;
    memcpy(place, bytes, length);
    batch->used += length;
    batch->parts[index].iov_base = place;
    batch->parts[index].iov_len = length;
    batch->targets[index] = destination;
    batch->outgoing[index].msg_hdr.msg_namelen = to_native(destination, &batch->destinations[index]);
    return 1;
}

int csocket_batch_count(const csocket_batch *batch) {
    return batch->count;
}

int csocket_batch_send(csocket_batch *batch, int descriptor, int first) {
    int count = sendmmsg(descriptor, batch->outgoing + first, batch->count - first, MSG_DONTWAIT | MSG_NOSIGNAL);
    return count < 0 ? -errno : count;
}

csocket_address csocket_batch_destination(const csocket_batch *batch, int index) {
    return batch->targets[index];
}

void csocket_batch_clear(csocket_batch *batch) {
    batch->count = 0;
    batch->used = 0;
}

int csocket_datagram_error(int descriptor, csocket_address *destination) {
    struct sockaddr_in6 native;
    memset(&native, 0, sizeof native);
    uint8_t control[512], octet;
    struct iovec part = {&octet, sizeof octet};
    struct msghdr message = {
        .msg_name = &native,
        .msg_namelen = sizeof native,
        .msg_iov = &part,
        .msg_iovlen = 1,
        .msg_control = control,
        .msg_controllen = sizeof control,
    };
    if (recvmsg(descriptor, &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0) {
        return -errno;
    }
    *destination = from_native(&native);
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        int is_error = (header->cmsg_level == IPPROTO_IP && header->cmsg_type == IP_RECVERR)
            || (header->cmsg_level == IPPROTO_IPV6 && header->cmsg_type == IPV6_RECVERR);
        if (is_error) {
            struct sock_extended_err error;
            memcpy(&error, CMSG_DATA(header), sizeof error);
            int is_icmp = error.ee_origin == SO_EE_ORIGIN_ICMP || error.ee_origin == SO_EE_ORIGIN_ICMP6;
            // A datagram that was too large for a link is sent again in fragments: no failure of the far end.
            return is_icmp && error.ee_errno != EMSGSIZE;
        }
    }
    return 0;
}

int csocket_listen(csocket_address local, int dscp, int backlog) {
    struct sockaddr_in6 native;
    socklen_t length = to_native(local, &native);
    int descriptor = open_socket(&native, SOCK_STREAM, dscp);
    if (descriptor < 0) {
        return descriptor;
    }
    int on = 1;
    if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0
        || setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) < 0
        || bind(descriptor, (const struct sockaddr *)&native, length) < 0 || listen(descriptor, backlog) < 0) {
        return fail(descriptor);
    }
    return descriptor;
}

int csocket_accept(int descriptor, csocket_address *remote) {
    struct sockaddr_in6 native;
    socklen_t length = sizeof native;
    int accepted = accept4(descriptor, (struct sockaddr *)&native, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (accepted < 0) {
        return -errno;
    }
    *remote = from_native(&native);
    return accepted;
}

int csocket_connect(csocket_address local, csocket_address remote, int dscp) {
    struct sockaddr_in6 from, to;
    local.port = 0;
    socklen_t from_length = to_native(local, &from), to_length = to_native(remote, &to);
    if (from.sin6_family != to.sin6_family) {
        return -EAFNOSUPPORT;
    }
    int descriptor = open_socket(&to, SOCK_STREAM, dscp);
    if (descriptor < 0) {
        return descriptor;
    }
    int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    if (bind(descriptor, (const struct sockaddr *)&from, from_length) < 0
        || (connect(descriptor, (const struct sockaddr *)&to, to_length) < 0 && errno != EINPROGRESS)) {
        return fail(descriptor);
    }
    return descriptor;
}

int csocket_pending_error(int descriptor) {
    int error = 0;
    socklen_t length = sizeof error;
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) < 0 ? -errno : -error;
}

int csocket_local_address(int descriptor, csocket_address *local) {
    struct sockaddr_in6 native;
    socklen_t length = sizeof native;
    if (getsockname(descriptor, (struct sockaddr *)&native, &length) < 0) {
        return -errno;
    }
    *local = from_native(&native);
    return 0;
}

long csocket_read(int descriptor, uint8_t *buffer, size_t capacity) {
    ssize_t count = recv(descriptor, buffer, capacity, MSG_DONTWAIT);
    return count < 0 ? -errno : count;
}

long csocket_write(int descriptor, const uint8_t *bytes, size_t length) {
    ssize_t count = send(descriptor, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL);
    return count < 0 ? -errno : count;
}

void csocket_close(int descriptor) {
    close(descriptor);
}

int csocket_poll_create(void) {
    int descriptor = epoll_create1(EPOLL_CLOEXEC);
    return descriptor < 0 ? -errno : descriptor;
}

int csocket_poll_add(int poll, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    return epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event) < 0 ? -errno : 0;
}

int csocket_poll_watch_writable(int poll, int descriptor, int watches) {
    struct epoll_event event = {.events = watches ? EPOLLIN | EPOLLOUT : EPOLLIN, .data.fd = descriptor};
    return epoll_ctl(poll, EPOLL_CTL_MOD, descriptor, &event) < 0 ? -errno : 0;
}

int csocket_poll_wait(int poll, csocket_readiness *ready, int milliseconds) {
    struct epoll_event events[CSOCKET_READY];
    int count = epoll_wait(poll, events, CSOCKET_READY, milliseconds);
    if (count < 0) {
        return -errno;
    }
    for (int index = 0; index < count; index++) {
        uint32_t raised = events[index].events;
        ready[index].descriptor = events[index].data.fd;
        ready[index].events = (raised & EPOLLIN ? CSOCKET_READABLE : 0) | (raised & EPOLLOUT ? CSOCKET_WRITABLE : 0)
            | (raised & (EPOLLERR | EPOLLHUP) ? CSOCKET_FAILED : 0);
    }
    return count;
}

int csocket_wakeup_create(void) {
    int descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    return descriptor < 0 ? -errno : descriptor;
}

void csocket_wakeup_raise(int descriptor) {
    uint64_t one = 1;
    // The only failure is a counter that is full, and then the descriptor is readable already.
    (void)!write(descriptor, &one, sizeof one);
}

void csocket_wakeup_clear(int descriptor) {
    uint64_t count;
    (void)!read(descriptor, &count, sizeof count);
}

static int64_t now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int64_t csocket_monotonic_now(void) {
    return now(CLOCK_MONOTONIC);
}

int64_t csocket_civil_now(void) {
    return now(CLOCK_REALTIME);
}
