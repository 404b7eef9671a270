// The floor under every media relay: one process that moves datagrams between pairs of sockets and looks at nothing.
//
//   forwarder PAIRS IP FIRST_PORT A_IP:PORT B_IP:PORT TARGETS
//
// Each pair has a socket that faces A and one that faces B; what comes in on one leaves from the other. One epoll set,
// one recvfrom and one sendto for each packet. TARGETS gets a line "ip port ip port" for each pair. It runs until it is
// killed.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in endpoint(const char *ip, int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    if (inet_pton(AF_INET, ip, &address.sin_addr) != 1) errx(2, "no IPv4 address: %s", ip);
    return address;
}

static struct sockaddr_in parse(char *text) {
    char *colon = strchr(text, ':');
    if (!colon) errx(2, "no port in %s", text);
    *colon = 0;
    return endpoint(text, atoi(colon + 1));
}

int main(int count, char **arguments) {
    if (count != 7) errx(2, "usage: forwarder PAIRS IP FIRST_PORT A_IP:PORT B_IP:PORT TARGETS");
    int pairs = atoi(arguments[1]), port = atoi(arguments[3]);
    struct sockaddr_in sides[2] = {parse(arguments[4]), parse(arguments[5])};
    struct rlimit limit = {pairs * 2 + 64, pairs * 2 + 64};
    setrlimit(RLIMIT_NOFILE, &limit);
    int poll = epoll_create1(0), *sockets = calloc(pairs * 2, sizeof *sockets);
    FILE *targets = fopen(arguments[6], "w");
    if (!targets || !sockets || poll < 0) err(1, "start");
    for (int index = 0; index < pairs * 2; index++) {
        struct sockaddr_in local = endpoint(arguments[2], port + index * 2);
        sockets[index] = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = index};
        if (sockets[index] < 0 || bind(sockets[index], (void *)&local, sizeof local) < 0
            || epoll_ctl(poll, EPOLL_CTL_ADD, sockets[index], &event) < 0)
            err(1, "port %d", port + index * 2);
        fprintf(targets, "%s %d%c", arguments[2], port + index * 2, index % 2 ? '\n' : ' ');
    }
    fclose(targets);
    static struct epoll_event ready[512];
    static char buffer[2048];
    for (;;) {
        int events = epoll_wait(poll, ready, 512, -1);
        for (int event = 0; event < events; event++) {
            int in = ready[event].data.u32, out = in ^ 1;
            struct sockaddr_in source;
            socklen_t length = sizeof source;
            ssize_t octets = recvfrom(sockets[in], buffer, sizeof buffer, 0, (void *)&source, &length);
            if (octets > 0) sendto(sockets[out], buffer, octets, 0, (void *)&sides[out & 1], sizeof sides[0]);
        }
    }
}
