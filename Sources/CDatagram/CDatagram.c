#define _GNU_SOURCE
#include "CDatagram.h"

#include <errno.h>
#include <netinet/ip.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int cdatagram_open(const cdatagram_address *local) {
    int family = local->storage.sin6_family;
    int descriptor = socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
        return -errno;
    }
    int on = 1;
    if ((family == AF_INET6 && setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) < 0)
        || bind(descriptor, (const struct sockaddr *)&local->storage, local->length) < 0) {
        int failure = -errno;
        close(descriptor);
        return failure;
    }
    return descriptor;
}

int cdatagram_set_dscp(int descriptor, int is_v6, int dscp) {
    int octet = dscp << 2;
    int result = is_v6 ? setsockopt(descriptor, IPPROTO_IPV6, IPV6_TCLASS, &octet, sizeof octet)
                       : setsockopt(descriptor, IPPROTO_IP, IP_TOS, &octet, sizeof octet);
    return result < 0 ? -errno : 0;
}

long cdatagram_receive(int descriptor, void *buffer, size_t capacity, cdatagram_address *source) {
    source->length = sizeof source->storage;
    ssize_t count = recvfrom(
        descriptor, buffer, capacity, MSG_DONTWAIT | MSG_TRUNC, (struct sockaddr *)&source->storage, &source->length);
    return count < 0 ? -errno : count;
}

long cdatagram_send(int descriptor, const void *buffer, size_t length, const cdatagram_address *destination) {
    ssize_t count = sendto(
        descriptor, buffer, length, MSG_DONTWAIT, (const struct sockaddr *)&destination->storage, destination->length);
    return count < 0 ? -errno : count;
}

int cdatagram_poll_create(void) {
    int descriptor = epoll_create1(EPOLL_CLOEXEC);
    return descriptor < 0 ? -errno : descriptor;
}

int cdatagram_wakeup_create(void) {
    int descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    return descriptor < 0 ? -errno : descriptor;
}

int cdatagram_poll_add(int poll, int descriptor, uint32_t number) {
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = number};
    return epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event) < 0 ? -errno : 0;
}

int cdatagram_poll_remove(int poll, int descriptor) {
    return epoll_ctl(poll, EPOLL_CTL_DEL, descriptor, NULL) < 0 ? -errno : 0;
}

int cdatagram_poll_wait(int poll, uint32_t *ready, int milliseconds) {
    struct epoll_event events[CDATAGRAM_READY];
    int count = epoll_wait(poll, events, CDATAGRAM_READY, milliseconds);
    if (count < 0) {
        return -errno;
    }
    for (int index = 0; index < count; index++) {
        ready[index] = events[index].data.u32;
    }
    return count;
}

void cdatagram_wakeup_raise(int descriptor) {
    uint64_t one = 1;
    ssize_t ignored = write(descriptor, &one, sizeof one);
    (void)ignored;
}

void cdatagram_wakeup_clear(int descriptor) {
    uint64_t count;
    ssize_t ignored = read(descriptor, &count, sizeof count);
    (void)ignored;
}

int cdatagram_timer_create(void) {
    int descriptor = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    return descriptor < 0 ? -errno : descriptor;
}

void cdatagram_timer_set(int descriptor, int milliseconds) {
    struct itimerspec time = {.it_value = {milliseconds / 1000, milliseconds % 1000 * 1000000L}};
    timerfd_settime(descriptor, 0, &time, NULL);
}

int64_t cdatagram_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

void cdatagram_close(int descriptor) {
    close(descriptor);
}
