package org.aftercare.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a contestant's Java code spends its CPU time: each sample counts for whoever stands nearest
 * to the top of its stack, so that a library's time is charged to the module that called it. The
 * JVM's own threads (compiler, garbage collector) are in no sample.
 */
final class Profile {

  /** By class name; the first that fits names the owner. */
  private static final Map<String, String> OWNERS = new LinkedHashMap<>();

  static {
    OWNERS.put("org.aftercare.engine.", "our engine module");
    OWNERS.put("org.aftercare.notifications.", "notifications");
    OWNERS.put("org.aftercare.cases.", "cases");
    OWNERS.put("org.aftercare.api.", "API: logins, keys, answers");
    OWNERS.put("org.aftercare.systems.", "systems");
    OWNERS.put("org.aftercare.bench.", "the benchmark's own steps");
    OWNERS.put("org.aftercare.", "the other modules");
    OWNERS.put("org.camunda.", "Camunda");
    OWNERS.put("org.springframework.security.", "Spring Security");
  }

  /** The start, which has figures of its own. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final int LONGEST_LIST = 12;

  private final String name;
  private final Map<String, Integer> samples;

  private Profile(String name, Map<String, Integer> samples) {
    this.name = name;
    this.samples = samples;
  }

  static Path file(String name) {
    return Path.of("target", "bench", name + ".jfr").toAbsolutePath();
  }

  /** Reads the recording of a contestant that has ended. */
  static Profile of(String name) throws IOException {
    Map<String, Integer> samples = new HashMap<>();
    List<RecordedEvent> events = RecordingFile.readAllEvents(file(name));
    Instant begin =
        events.stream()
            .map(RecordedEvent::getStartTime)
            .min(Comparator.naturalOrder())
            .orElseThrow()
            .plus(START);
    for (RecordedEvent event : events) {
      if (event.getEventType().getName().equals("jdk.ExecutionSample")
          && event.getStartTime().isAfter(begin)
          && event.getStackTrace() != null) {
        samples.merge(owner(event.getStackTrace()), 1, Integer::sum);
      }
    }
    return new Profile(name, samples);
  }

  private static String owner(RecordedStackTrace stack) {
    for (RecordedFrame frame : stack.getFrames()) {
      String type = frame.getMethod().getType().getName();
      for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
        if (type.startsWith(owner.getKey())) {
          return owner.getValue();
        }
      }
    }
    return "server, pools and timers";
  }

  void print(PrintStream out) {
    int all = samples.values().stream().mapToInt(Integer::intValue).sum();
    out.printf(Locale.ROOT, "%n%s: where the Java code's CPU time goes, %d samples%n", name, all);
    samples.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(LONGEST_LIST)
        .forEach(
            entry ->
                out.printf(
                    Locale.ROOT, "%5.1f %%  %s%n", 100.0 * entry.getValue() / all, entry.getKey()));
  }
}
