// RTP load: both parties of many calls in one process, and what became of their packets.
//
//   load -t TARGETS -A IP:PORT -B IP:PORT [-n CALLS] [-s SECONDS] [-w WARMUP] [-b BATCH] [-p PID]... [-l]
//
// TARGETS has a line "ip port ip port" for each call: where A sends to, where B sends to. Every call has a 172-octet
// G.711 packet each way every 20 ms; all packets are spread evenly over that time and leave in batches of at most BATCH
// (sendmmsg). A packet carries its call, its direction, its number and its time. With -l the process sleeps between
// batches and takes the time of arrival from the kernel, so that latency does not contain its own polling.
// With -p the CPU time of that process and its children's threads is read from /proc at both ends of the window.
// Prints one line of figures, each as name=value.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { headerLength = 12, packetLength = 172, maxCalls = 8192, maxBatch = 64, bufferLength = 256, maxPids = 64 };

// What the payload begins with.
struct mark {
    uint32_t run, call, number, isMeasured, direction;
    int64_t sent;
} __attribute__((packed));

struct party {
    int socket;
    struct sockaddr_in local;
    struct sockaddr_in targets[maxCalls];
    uint32_t sent[maxCalls];
};

static struct party parties[2];
static int calls, batch = 16, isLatencyRun, pidCount;
static uint32_t run;
static const char *pids[maxPids];
static uint64_t sentInWindow, receivedInWindow, receivedDuring, strangers;
static int isMeasuring;

// Latencies in microsecond steps up to a tenth of a second; the last place takes the rest.
static uint32_t latencies[100000];

static int64_t now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static clockid_t wire(void) { return isLatencyRun ? CLOCK_REALTIME : CLOCK_MONOTONIC; }

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

static void readTargets(const char *path, int limit) {
    FILE *file = fopen(path, "r");
    if (!file) err(1, "%s", path);
    char first[64], second[64];
    int ports[2];
    while (calls < maxCalls && calls < limit && fscanf(file, "%63s %d %63s %d", first, &ports[0], second, &ports[1]) == 4) {
        parties[0].targets[calls] = endpoint(first, ports[0]);
        parties[1].targets[calls] = endpoint(second, ports[1]);
        calls++;
    }
    fclose(file);
    if (!calls) errx(1, "no calls in %s", path);
}

static void openSocket(struct party *party) {
    int size = 64 << 20, on = 1;
    party->socket = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    int options[] = {SO_RCVBUFFORCE, SO_SNDBUFFORCE, SO_RCVBUF, SO_SNDBUF};
    for (int index = 0; index < 2; index++)
        if (setsockopt(party->socket, SOL_SOCKET, options[index], &size, sizeof size) < 0)
            setsockopt(party->socket, SOL_SOCKET, options[index + 2], &size, sizeof size);
    if (isLatencyRun) setsockopt(party->socket, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
    if (bind(party->socket, (void *)&party->local, sizeof party->local) < 0) err(1, "bind");
}

// User and system time of the processes in seconds.
static double cpuSeconds(void) {
    double ticks = 0;
    for (int index = 0; index < pidCount; index++) {
        char path[64], line[1024];
        snprintf(path, sizeof path, "/proc/%s/stat", pids[index]);
        FILE *file = fopen(path, "r");
        if (!file) continue;
        size_t length = fread(line, 1, sizeof line - 1, file);
        fclose(file);
        line[length] = 0;
        char *fields = strrchr(line, ')');
        unsigned long user, system;
        if (fields && sscanf(fields + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) == 2)
            ticks += user + system;
    }
    return ticks / sysconf(_SC_CLK_TCK);
}

static void writePacket(uint8_t *packet, int direction, int call, int64_t time) {
    struct party *party = &parties[direction];
    uint32_t number = party->sent[call]++;
    uint16_t sequence = htons(number);
    uint32_t timestamp = htonl(number * 160), source = htonl(0x54000000u | direction << 16 | call);
    packet[0] = 0x80;
    packet[1] = number ? 0 : 0x80;
    memcpy(packet + 2, &sequence, 2);
    memcpy(packet + 4, &timestamp, 4);
    memcpy(packet + 8, &source, 4);
    struct mark mark = {run, call, number, isMeasuring, direction, time};
    memcpy(packet + headerLength, &mark, sizeof mark);
}

// Sends packets `first` up to `end` of the endless sequence, all of one party; returns how many.
static int sendBatch(uint64_t first, uint64_t end) {
    static uint8_t packets[maxBatch][packetLength];
    static struct mmsghdr messages[maxBatch];
    static struct iovec parts[maxBatch];
    // The sequence takes a batch of calls for A, then the same calls for B.
    uint64_t slots = 2 * (uint64_t)calls;
    int count = 0, direction = -1;
    int64_t time = now(wire());
    while (count < batch && first + count < end) {
        uint64_t slot = (first + count) % slots, group = slot / (2 * batch), place = slot % (2 * batch);
        int inGroup = calls - (int)group * batch < batch ? calls - (int)group * batch : batch;
        int side = place >= (uint64_t)inGroup, call = group * batch + place % inGroup;
        if (direction >= 0 && side != direction) break;
        direction = side;
        writePacket(packets[count], side, call, time);
        parts[count] = (struct iovec){packets[count], packetLength};
        messages[count].msg_hdr = (struct msghdr){
            .msg_name = &parties[side].targets[call], .msg_namelen = sizeof(struct sockaddr_in),
            .msg_iov = &parts[count], .msg_iovlen = 1};
        count++;
    }
    for (int done = 0; done < count;) {
        int sent = sendmmsg(parties[direction].socket, messages + done, count - done, 0);
        if (sent < 0 && errno != EAGAIN && errno != ENOBUFS && errno != ECONNREFUSED) err(1, "sendmmsg");
        done += sent > 0 ? sent : 1;
    }
    if (isMeasuring) sentInWindow += count;
    return count;
}

static void note(const uint8_t *packet, size_t length, int direction, int64_t arrived) {
    struct mark mark;
    if (length != packetLength) { strangers++; return; }
    memcpy(&mark, packet + headerLength, sizeof mark);
    if (mark.run != run || mark.direction == (uint32_t)direction) { strangers++; return; }
    receivedDuring++;
    if (!mark.isMeasured) return;
    receivedInWindow++;
    int64_t microseconds = (arrived - mark.sent) / 1000;
    latencies[microseconds < 0 ? 0 : microseconds > 99999 ? 99999 : microseconds]++;
}

static int receiveBatch(int direction) {
    static uint8_t packets[maxBatch][bufferLength], controls[maxBatch][64];
    static struct mmsghdr messages[maxBatch];
    static struct iovec parts[maxBatch];
    for (int index = 0; index < maxBatch; index++) {
        parts[index] = (struct iovec){packets[index], bufferLength};
        messages[index].msg_hdr = (struct msghdr){
            .msg_iov = &parts[index], .msg_iovlen = 1, .msg_control = isLatencyRun ? controls[index] : NULL,
            .msg_controllen = isLatencyRun ? sizeof controls[index] : 0};
    }
    int count = recvmmsg(parties[direction].socket, messages, maxBatch, MSG_DONTWAIT, NULL);
    int64_t time = now(wire());
    for (int index = 0; index < count; index++) {
        int64_t arrived = time;
        struct cmsghdr *control = isLatencyRun ? CMSG_FIRSTHDR(&messages[index].msg_hdr) : NULL;
        if (control && control->cmsg_type == SO_TIMESTAMPNS) {
            struct timespec stamp;
            memcpy(&stamp, CMSG_DATA(control), sizeof stamp);
            arrived = stamp.tv_sec * 1000000000LL + stamp.tv_nsec;
        }
        note(packets[index], messages[index].msg_len, direction, arrived);
    }
    return count > 0 ? count : 0;
}

static double percentile(double part) {
    uint64_t wanted = part * receivedInWindow, seen = 0;
    for (int microseconds = 0; microseconds < 100000; microseconds++)
        if ((seen += latencies[microseconds]) > wanted) return microseconds;
    return 0;
}

static void drive(double warmup, double seconds, double *cpu, double *elapsed, uint64_t *forwarded) {
    double interval = 20e6 / (2.0 * calls);
    int64_t start = now(CLOCK_MONOTONIC), begin = start + warmup * 1e9, end = begin + seconds * 1e9, measured = 0;
    uint64_t next = 0, receivedBefore = 0;
    for (;;) {
        int64_t time = now(CLOCK_MONOTONIC);
        if (!isMeasuring && time >= begin) {
            isMeasuring = 1;
            *cpu = cpuSeconds();
            measured = now(CLOCK_MONOTONIC);
            receivedBefore = receivedDuring;
        }
        if (time >= end) break;
        uint64_t due = (time - start) / interval;
        int worked = 0;
        // A few batches at a time, so that receiving keeps up.
        for (int turn = 0; turn < 4 && next < due; turn++) {
            int count = sendBatch(next, due);
            next += count;
            worked += count;
        }
        worked += receiveBatch(0) + receiveBatch(1);
        if (!worked && isLatencyRun) nanosleep(&(struct timespec){0, 20000}, NULL);
    }
    *elapsed = (now(CLOCK_MONOTONIC) - measured) / 1e9;
    *cpu = cpuSeconds() - *cpu;
    *forwarded = receivedDuring - receivedBefore;
    isMeasuring = 0;
    int64_t patience = now(CLOCK_MONOTONIC) + 300000000;
    while (now(CLOCK_MONOTONIC) < patience && receivedInWindow < sentInWindow)
        if (receiveBatch(0) + receiveBatch(1) == 0) usleep(100);
}

int main(int count, char **arguments) {
    const char *targets = NULL;
    double seconds = 8, warmup = 1.5;
    int option, limit = maxCalls;
    while ((option = getopt(count, arguments, "t:A:B:n:s:w:b:p:l")) != -1) switch (option) {
        case 't': targets = optarg; break;
        case 'A': parties[0].local = parse(optarg); break;
        case 'B': parties[1].local = parse(optarg); break;
        case 'n': limit = atoi(optarg); break;
        case 's': seconds = atof(optarg); break;
        case 'w': warmup = atof(optarg); break;
        case 'b': batch = atoi(optarg); break;
        case 'p': if (pidCount < maxPids) pids[pidCount++] = optarg; break;
        case 'l': isLatencyRun = 1; break;
        default: return 2;
        }
    if (!targets || batch < 1 || batch > maxBatch) errx(2, "see the head of load.c for the options");
    readTargets(targets, limit);
    run = getpid();
    openSocket(&parties[0]);
    openSocket(&parties[1]);
    double cpu = 0, elapsed = 0;
    uint64_t forwarded = 0;
    drive(warmup, seconds, &cpu, &elapsed, &forwarded);
    printf("calls=%d pps=%.0f sent=%llu lost=%llu loss_percent=%.4f p50_us=%.0f p99_us=%.0f strangers=%llu", calls,
        sentInWindow / elapsed, (unsigned long long)sentInWindow, (unsigned long long)(sentInWindow - receivedInWindow),
        100.0 * (sentInWindow - receivedInWindow) / sentInWindow, percentile(.5), percentile(.99),
        (unsigned long long)strangers);
    if (pidCount) printf(" cpu_us_per_packet=%.2f cpu_percent=%.0f", cpu * 1e6 / forwarded, 100 * cpu / elapsed);
    printf("\n");
}
