"""Tones in G.711 µ-law: made of a frequency, and measured in what was heard."""

import math
import struct

SAMPLES = 160


def packet(frequency, number):
    """The samples of the packet with this number of a tone that goes on."""
    first = number * SAMPLES
    return bytes(_encode(int(8000 * math.sin(2 * math.pi * frequency * (first + index) / 8000))) for index in range(SAMPLES))


def frequency(octets):
    """The frequency in the middle of µ-law, or 0 when there is no tone."""
    samples = [_decode(octet) for octet in octets]
    part = samples[len(samples) // 4:len(samples) // 4 + 4000]
    if len(part) < 2000 or sum(sample * sample for sample in part) / len(part) < 100 * 100:
        return 0
    return round(sum(1 for left, right in zip(part, part[1:]) if left < 0 <= right) * 8000 / len(part))


def _encode(sample):
    """ITU-T G.711, table 2a."""
    sign, magnitude = (0x80, -sample) if sample < 0 else (0, sample)
    magnitude = min(magnitude, 32635) + 132
    exponent = magnitude.bit_length() - 8
    return ~(sign | exponent << 4 | magnitude >> exponent + 3 & 0x0F) & 0xFF


def _decode(octet):
    octet = ~octet & 0xFF
    magnitude = ((octet & 0x0F) << 3) + 132 << (octet >> 4 & 7)
    return 132 - magnitude if octet & 0x80 else magnitude - 132
