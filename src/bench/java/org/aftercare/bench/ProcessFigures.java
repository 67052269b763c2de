package org.aftercare.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What Linux counts of a process, read from {@code /proc}. */
final class ProcessFigures {

  /** USER_HZ, which is 100 on every platform that Java runs on. */
  private static final long TICK_MILLIS = 10;

  private static final int UTIME = 11;

  private ProcessFigures() {}

  /** CPU time of the process, without its children. */
  static Duration cpu(long pid) {
    return ticks(pid, 2);
  }

  /** CPU time of the process and of its children, those that have ended included. */
  static Duration cpuOfTree(ProcessHandle root) {
    return root.children()
        .map(child -> ticksOrNothing(child.pid()))
        .reduce(ticks(root.pid(), 4), Duration::plus);
  }

  /** Resident memory in MiB. */
  static long residentMegabytes(long pid) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static Duration ticksOrNothing(long pid) {
    try {
      return ticks(pid, 2);
    } catch (UncheckedIOException endedMeanwhile) {
      return Duration.ZERO;
    }
  }

  /** Of utime, stime, cutime, cstime the first so many. */
  private static Duration ticks(long pid, int counters) {
    String stat = read(pid, "stat");
    // The program's name may hold blanks; what follows its parenthesis does not.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = UTIME; i < UTIME + counters; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
