// Functions made twice: plainly, and for machines with wide vectors; which of them runs is found
// out when the program starts. The sanitizers see the plain ones.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
#define DATELINE_WIDE 1
#define DATELINE_FOR(machine) __attribute__((target(machine)))
#else
#define DATELINE_FOR(machine)
#endif
