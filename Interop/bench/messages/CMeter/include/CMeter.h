// Counts what the process takes from the heap, and the CPU time of the thread.
#ifndef C_METER_H
#define C_METER_H

#include <stdint.h>

// From now on: no allocations so far, and the peak is what is held now.
void cmeter_reset(void);

// Allocations since the reset.
uint64_t cmeter_allocations(void);

// The most octets that were held at once since the reset, above what was held then.
int64_t cmeter_peak(void);

// Octets that are held now, above what was held at the reset.
int64_t cmeter_held(void);

// CPU time of this thread in nanoseconds.
int64_t cmeter_cpu(void);

#endif
